#include "query/reading_index.hpp"

#include <algorithm>

#include "bytes/compression.hpp"
#include "query/damage.hpp"

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

const std::string& ReadingIndex::block(const std::string& entry) const {
  if (const auto known = unpacked_.find(entry); known != unpacked_.end()) return known->second;
  auto text = Decompressor().decompress(database_.get_metadata(entry), most_of_reading_block);
  if (!text) throw_damaged_record();
  if (unpacked_.size() >= most_unpacked) unpacked_.clear();
  return unpacked_[entry] = *std::move(text);
}

std::vector<std::string> ReadingIndex::words(std::string_view kind, std::string_view key) const {
  if (key.size() > longest_reading_key) return {};
  const std::string prefix(kind);
  auto entry = database_.metadata_keys_begin(prefix);
  if (entry == database_.metadata_keys_end(prefix)) return {};
  entry.skip_to(prefix + std::string(key));
  if (entry == database_.metadata_keys_end(prefix)) return {};
  std::vector<std::string> found;
  for (std::string_view rest = rest_of_line(block(*entry), key); !rest.empty();) found.emplace_back(take(rest, '\t'));
  return found;
}

void ReadingIndex::each_key(std::size_t most, const std::function<void(std::string_view key)>& take_key) const {
  const std::string prefix(noun_readings);
  for (auto entry = database_.metadata_keys_begin(prefix); entry != database_.metadata_keys_end(prefix); ++entry) {
    for (std::string_view rest = block(*entry); !rest.empty(); --most) {
      if (most == 0) return;
      std::string_view line = take(rest, '\n');
      take_key(take(line, '\t'));
    }
  }
}

}  // namespace chiho
