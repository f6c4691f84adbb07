// How the words of an index are read: its reading entries, looked up.
//
// Lines `key TAB word TAB word …`, sorted by their bytes, the words of a line too. Cut into blocks of some kilobytes,
// each packed (bytes/compression.hpp) in the metadata entry `reading:` + the last key of the block, or `predicate:`:
// the block of a key is that of the first entry that is not before it.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/index/shards.hpp"

namespace chiho {

inline constexpr std::string_view noun_readings = "reading:";
// Of predicates, in their base form, and of verbs that sound so as nouns (申し込む under モウシコミ). Apart, for kana
// alone would find too many.
inline constexpr std::string_view predicate_readings = "predicate:";

// In bytes: what sounds longer nobody types. (Xapian takes no longer names of entries.)
inline constexpr std::size_t longest_reading_key = 200;
// Of one key: no more are kept. Their bytes are bounded so, and those of a block.
inline constexpr std::size_t most_words_of_key = 1000;
inline constexpr std::size_t reading_block = 8000;
inline constexpr std::size_t most_of_reading_block = 16U << 20U;

class ReadingIndex {
 public:
  ReadingIndex() = default;
  explicit ReadingIndex(const Shards& shards) : shards_(shards), unpacked_(shards.size()), entries_(shards.size()) {}

  // The words that are read so, `key` as reading_key gives it. Throw Error index where the index is damaged, and
  // Xapian's errors.
  [[nodiscard]] std::vector<std::string> nouns(std::string_view key) const { return words(noun_readings, key); }
  [[nodiscard]] std::vector<std::string> predicates(std::string_view key) const {
    return words(predicate_readings, key);
  }

  // The keys of nouns in order, `most` of them.
  void each_key(std::size_t most, const std::function<void(std::string_view key)>& take) const;

 private:
  [[nodiscard]] std::vector<std::string> words(std::string_view kind, std::string_view key) const;
  void add_words(std::size_t shard, std::string_view kind, std::string_view key, std::vector<std::string>& found) const;
  void each_key(std::size_t shard, std::size_t most, const std::function<void(std::string_view key)>& take) const;
  // The first entry that is not before the key's.
  [[nodiscard]] std::optional<std::string> entry_of(std::size_t shard, std::string_view kind,
                                                    std::string_view key) const;
  [[nodiscard]] const std::vector<std::string>& entries(std::size_t shard, const std::string& prefix) const;
  [[nodiscard]] const std::string& block(std::size_t shard, const std::string& entry) const;

  Shards shards_;
  // By shard, some blocks: what is asked for next is often in the same.
  mutable std::vector<std::map<std::string, std::string>> unpacked_;
  // By shard and kind, where shards are served: the names of all entries.
  mutable std::vector<std::map<std::string, std::vector<std::string>>> entries_;
};

}  // namespace chiho
