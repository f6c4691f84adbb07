// How the words of an index are read: what its reading entries (query/index/reading_index.hpp) are made of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dict/analyzer.hpp"
#include "indexer/line_sorter.hpp"
#include "indexer/seen_hashes.hpp"

namespace chiho {

// What one thread finds.
class FoundReadings {
 public:
  // `files`: what files are named after, where memory does not do; their folder exists.
  FoundReadings(const Analyzer& analyzer, const std::filesystem::path& files)
      : analyzer_(analyzer), nouns_(files.string() + "-nouns"), predicates_(files.string() + "-predicates") {}

  // Of every noun and predicate of a text, and of every part of a compound. Throw Error io.
  void add(const Analysis& analysis);
  // Of what the text itself says: 泡盛（あわもり）.
  void add_told(const std::string& text);

 private:
  friend void write_readings(const std::vector<const FoundReadings*>& all,
                             const std::function<void(const std::string& entry, const std::string& value)>& write);

  void add_nouns(const Analysis& analysis, std::uint32_t first, std::uint32_t last);
  void add_predicate(const Analysis& analysis, const Token& token);
  void add_parts(std::string_view word, const std::string& reading);
  bool is_new(std::string_view word, std::string_view reading);

  const Analyzer& analyzer_;
  LineSorter nouns_;       // the key, a tab, a noun read so
  LineSorter predicates_;  // the same of predicates in their base form
  SeenHashes seen_;        // nouns, and predicates in an inflection, as they were read
  SeenHashes parted_;      // words of which the parts' readings are known
  std::string line_;
};

// Gives the reading entries to `write`. Throws Error io.
void write_readings(const std::vector<const FoundReadings*>& all,
                    const std::function<void(const std::string& entry, const std::string& value)>& write);

}  // namespace chiho
