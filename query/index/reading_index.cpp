#include "query/index/reading_index.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "bytes/compression.hpp"
#include "query/index/damage.hpp"

namespace chiho {

namespace {

constexpr std::size_t most_unpacked = 32;

// Up to the next separator, which is taken too.
std::string_view take(std::string_view& text, char separator) {
  const std::string_view taken = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

// What follows the key in its line.
std::string_view rest_of_line(std::string_view block, std::string_view key) {
  const std::string begin = std::string(key) + '\t';
  std::size_t at = 0;
  if (!block.starts_with(begin)) {
    at = block.find('\n' + begin);
    if (at == std::string_view::npos) return {};
    ++at;
  }
  std::string_view rest = block.substr(at + begin.size());
  return take(rest, '\n');
}

}  // namespace

const std::string& ReadingIndex::block(std::size_t shard, const std::string& entry) const {
  auto& unpacked = unpacked_[shard];
  if (const auto known = unpacked.find(entry); known != unpacked.end()) return known->second;
  auto text = Decompressor().decompress(shards_[shard].get_metadata(entry), most_of_reading_block);
  if (!text) throw_damaged_record();
  if (unpacked.size() >= most_unpacked) unpacked.clear();
  return unpacked[entry] = *std::move(text);
}

void ReadingIndex::add_words(std::size_t shard, std::string_view kind, std::string_view key,
                             std::vector<std::string>& found) const {
  const auto entry = entry_of(shard, kind, key);
  if (!entry) return;
  for (std::string_view rest = rest_of_line(block(shard, *entry), key); !rest.empty();)
    found.emplace_back(take(rest, '\t'));
}

std::optional<std::string> ReadingIndex::entry_of(std::size_t shard, std::string_view kind,
                                                  std::string_view key) const {
  const std::string prefix(kind);
  const std::string wanted = prefix + std::string(key);
  if (shards_.served()) {
    const auto& all = entries(shard, prefix);
    const auto found = std::ranges::lower_bound(all, wanted);
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  const Xapian::Database& database = shards_[shard];
  auto entry = database.metadata_keys_begin(prefix);
  if (entry == database.metadata_keys_end(prefix)) return std::nullopt;
  entry.skip_to(wanted);
  return entry == database.metadata_keys_end(prefix) ? std::nullopt : std::optional(*entry);
}

// A server gives all names of entries or none.
const std::vector<std::string>& ReadingIndex::entries(std::size_t shard, const std::string& prefix) const {
  auto& known = entries_[shard];
  if (const auto found = known.find(prefix); found != known.end()) return found->second;
  std::vector<std::string> names(shards_[shard].metadata_keys_begin(prefix), shards_[shard].metadata_keys_end(prefix));
  return known[prefix] = std::move(names);
}

std::vector<std::string> ReadingIndex::words(std::string_view kind, std::string_view key) const {
  std::vector<std::string> found;
  if (key.size() > longest_reading_key) return found;
  if (shards_.size() == 1) {
    add_words(0, kind, key, found);
    return found;
  }
  std::vector<std::vector<std::string>> by_shard(shards_.size());
  shards_.each([&](std::size_t shard) { add_words(shard, kind, key, by_shard[shard]); });
  for (auto& words : by_shard) std::ranges::move(words, std::back_inserter(found));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  found.resize(std::min(found.size(), most_words_of_key));
  return found;
}

void ReadingIndex::each_key(std::size_t shard, std::size_t most,
                            const std::function<void(std::string_view key)>& take_key) const {
  const Xapian::Database& database = shards_[shard];
  const std::string prefix(noun_readings);
  for (auto entry = database.metadata_keys_begin(prefix); entry != database.metadata_keys_end(prefix); ++entry) {
    for (std::string_view rest = block(shard, *entry); !rest.empty(); --most) {
      if (most == 0) return;
      std::string_view line = take(rest, '\n');
      take_key(take(line, '\t'));
    }
  }
}

void ReadingIndex::each_key(std::size_t most, const std::function<void(std::string_view key)>& take_key) const {
  if (shards_.size() == 1) return each_key(0, most, take_key);
  std::set<std::string> first;
  for (std::size_t shard = 0; shard < shards_.size(); ++shard)
    each_key(shard, most, [&](std::string_view key) {
      first.emplace(key);
      if (first.size() > most) first.erase(std::prev(first.end()));
    });
  for (const std::string& key : first) take_key(key);
}

}  // namespace chiho
