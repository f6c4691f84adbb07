#include "indexer/shard_cutter.hpp"

#include <limits>
#include <utility>

#include "indexer/writer.hpp"
#include "query/index/metadata.hpp"

namespace chiho {

std::string ShardPlan::id(const std::vector<Edition>& known, std::string_view maker) const {
  RunningChecksum sum;
  const auto add = [&](std::string_view text) {
    sum.add(text);
    sum.add("\n");
  };
  add(maker);
  add(checksum);
  for (const Edition& edition : known)
    if (editions.contains(edition.id)) add(to_json(edition));
  return sum.text();
}

// Of `usual` bytes, one in so many decides; a record does in proportion to its own.
bool ShardCutter::ends_after(const Record& record, std::size_t bytes) const {
  if (open_.bytes < size_.least) return false;
  if (open_.bytes >= size_.least + 2 * size_.usual) return true;
  const double chance = static_cast<double>(bytes) / static_cast<double>(size_.usual);
  return static_cast<double>(hash64(record.id)) <
         chance * static_cast<double>(std::numeric_limits<std::uint64_t>::max());
}

void ShardCutter::add(const Record& record, std::string_view line, const SpoolRange& place) {
  if (open_.records == 0) open_.range.begin = place.begin;
  open_.range.end = place.end;
  ++open_.records;
  open_.bytes += bytes_of(record);
  if (!record.edition.empty()) open_.editions.insert(record.edition);
  checksum_.add(line);
  checksum_.add("\n");
  if (ends_after(record, bytes_of(record))) cut();
}

void ShardCutter::cut() {
  open_.checksum = checksum_.text();
  shards_.push_back(std::exchange(open_, {}));
  checksum_ = RunningChecksum();
}

std::vector<ShardPlan> ShardCutter::finish() {
  if (open_.records > 0) cut();
  return std::move(shards_);
}

}  // namespace chiho
