#include "query/index/record_order.hpp"

#include <algorithm>
#include <utility>

#include "query/index/terms.hpp"

namespace chiho {

RecordOrder RecordOrder::by_shard(const Shards& shards) {
  RecordOrder order(shards);
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    auto& ends = order.ends_.emplace_back();
    Xapian::docid end = 0;
    for (std::size_t type = 0; type < ends.size(); ++type)
      ends[type] = end += shards[shard].get_termfreq(filter_term(Field::type, to_string(record_types[type])));
  }
  return order;
}

std::uint64_t RecordOrder::place(Xapian::docid id) const {
  if (as_numbered()) return id;
  const std::size_t shard = shards_.shard_of(id);
  const Xapian::docid in_shard = shards_.id_in_shard(id);
  const auto type = static_cast<std::uint64_t>(std::ranges::lower_bound(ends_[shard], in_shard) - ends_[shard].begin());
  return type << 56U | static_cast<std::uint64_t>(shard) << 32U | in_shard;
}

void RecordOrder::each(const std::function<void(Xapian::docid id)>& visit) const {
  for (std::size_t type = 0; type < record_types.size(); ++type)
    for (std::size_t shard = 0; shard < ends_.size(); ++shard)
      for (Xapian::docid id = type == 0 ? 0 : ends_[shard][type - 1]; id < ends_[shard][type]; ++id)
        visit(shards_.id_of_all(shard, id + 1));
}

}  // namespace chiho
