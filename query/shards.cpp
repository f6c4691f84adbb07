#include "query/shards.hpp"

#include <algorithm>
#include <utility>

namespace chiho {

Shards::Shards(std::vector<Xapian::Database> shards) : shards_(std::move(shards)) {
  for (const auto& shard : shards_) {
    all_.add_database(shard);
    if (shards_.size() > 1) uuids_.push_back(shard.get_uuid());
  }
}

std::size_t Shards::find(const Xapian::Database& shard) const {
  if (shards_.size() < 2) return 0;
  const auto found = std::ranges::find(uuids_, shard.get_uuid());
  if (found == uuids_.end()) throw Xapian::InternalError("a shard of another index");
  return static_cast<std::size_t>(found - uuids_.begin());
}

}  // namespace chiho
