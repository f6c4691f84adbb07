// How the words of an index are read: what its reading entries are made of.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "dict/analyzer.hpp"

namespace chiho {

class FoundReadings {
 public:
  explicit FoundReadings(const Analyzer& analyzer) : analyzer_(analyzer) {}

  // Of every noun and predicate of a text, and of every part of a compound.
  void add(const Analysis& analysis);
  // Of what the text itself says: 泡盛（あわもり）.
  void add_told(const std::string& text);
  // Those that another thread found, which has none then.
  void merge(FoundReadings& other);
  void write(Xapian::WritableDatabase& database) const;

 private:
  void add_noun(const std::string& reading, std::string word);
  void add_predicate(const Analysis& analysis, const Token& token);
  void add_parts(const std::string& word, const std::string& reading);

  const Analyzer& analyzer_;
  using WordsByKey = std::map<std::string, std::set<std::string>>;
  WordsByKey nouns_;                        // the nouns read so
  WordsByKey predicates_;                   // the base forms of predicates read so
  std::unordered_set<std::string> seen_;    // nouns, and predicates in an inflection, as they were read
  std::unordered_set<std::string> parted_;  // words of which the parts' readings are known
};

}  // namespace chiho
