// Records -> one immutable Xapian file.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "corpus/record.hpp"
#include "dict/analyzer.hpp"
#include "query/metadata.hpp"

namespace chiho {

class IndexWriter {
 public:
  // `folder` is made, and holds the index while it is written. Throws Error io.
  IndexWriter(const std::filesystem::path& folder, const Analyzer& analyzer, const std::vector<Edition>& editions);

  // Equals are ranked in the order of adding.
  void add(const Record& record);

  // Completes `metadata` with what was counted and writes all to the single file `target`.
  void finish(Metadata metadata, const std::filesystem::path& target);

 private:
  static void add_terms(Xapian::Document& document, const Analysis& analysis, Xapian::termcount weight);
  static void add_joined_katakana(Xapian::Document& document, const Analysis& analysis);
  void add_readings(const Analysis& analysis);
  void add_told_readings(const std::string& text);
  void add_predicate(const Analysis& analysis, const Token& token);
  void add_part_readings(const std::string& word, const std::string& reading);
  void add_filters(Xapian::Document& document, const Record& record);
  void add_contact_keys(Xapian::Document& document, const Record& record) const;

  std::filesystem::path folder_;
  const Analyzer& analyzer_;
  const std::vector<Edition>& editions_;
  Xapian::WritableDatabase database_;
  Metadata counted_;
  using WordsByKey = std::map<std::string, std::set<std::string>>;
  WordsByKey readings_;                    // the nouns read so
  WordsByKey predicates_;                  // the base forms of predicates read so
  std::set<std::string> predicates_seen_;  // with their inflections
  std::set<std::string> parted_;           // words of which the parts' readings are known
};

}  // namespace chiho
