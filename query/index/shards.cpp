#include "query/index/shards.hpp"

#include <algorithm>
#include <exception>
#include <thread>
#include <utility>

namespace chiho {

namespace {

// Of a shard: what is kept of the answers it gave.
constexpr std::size_t most_bytes = 16U << 20U;
constexpr std::size_t most_frequencies = 1U << 16U;

}  // namespace

Shards::Shards(std::vector<Xapian::Database> shards) : shards_(std::move(shards)) {
  for (const auto& shard : shards_) {
    all_.add_database(shard);
    if (shards_.size() > 1) uuids_.push_back(shard.get_uuid());
  }
}

Shards Shards::served(std::vector<Xapian::Database> shards) {
  Shards made(std::move(shards));
  made.memory_ = std::make_shared<std::vector<Memory>>(made.size());
  return made;
}

std::size_t Shards::find(const Xapian::Database& shard) const {
  if (shards_.size() < 2) return 0;
  const auto found = std::ranges::find(uuids_, shard.get_uuid());
  if (found == uuids_.end()) throw Xapian::InternalError("a shard of another index");
  return static_cast<std::size_t>(found - uuids_.begin());
}

void Shards::each(const std::function<void(std::size_t shard)>& work) const {
  if (!served() || size() == 1) {
    for (std::size_t shard = 0; shard < size(); ++shard) work(shard);
    return;
  }
  std::vector<std::exception_ptr> failed(size());
  const auto try_work = [&](std::size_t shard) {
    try {
      work(shard);
    } catch (...) {
      failed[shard] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t shard = 1; shard < size(); ++shard) threads.emplace_back(try_work, shard);
    try_work(0);
  }
  for (const auto& failure : failed)
    if (failure) std::rethrow_exception(failure);
}

std::string Shards::metadata(std::size_t shard, const std::string& entry) const {
  if (!served()) return shards_[shard].get_metadata(entry);
  Memory& memory = (*memory_)[shard];
  if (const auto known = memory.metadata.find(entry); known != memory.metadata.end()) return known->second;
  const std::string value = shards_[shard].get_metadata(entry);
  if (memory.bytes + entry.size() + value.size() > most_bytes) {
    memory.metadata.clear();
    memory.bytes = 0;
  }
  memory.bytes += entry.size() + value.size();
  return memory.metadata[entry] = value;
}

Xapian::doccount Shards::frequency(std::size_t shard, const std::string& term) const {
  auto& known = (*memory_)[shard].frequencies;
  if (const auto found = known.find(term); found != known.end()) return found->second;
  if (known.size() >= most_frequencies) known.clear();
  return known[term] = shards_[shard].get_termfreq(term);
}

Xapian::doccount Shards::frequency(const std::string& term) const {
  if (!served()) return all_.get_termfreq(term);
  Xapian::doccount sum = 0;
  for (std::size_t shard = 0; shard < size(); ++shard) sum += frequency(shard, term);
  return sum;
}

void Shards::look_up(const std::vector<std::string>& terms) const {
  if (!served()) return;
  each([&](std::size_t shard) {
    for (const auto& term : terms) static_cast<void>(frequency(shard, term));
  });
}

}  // namespace chiho
