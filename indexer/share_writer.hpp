// A share of the records, written by one thread as a Xapian database of its own.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpus/record.hpp"
#include "dict/analyzer.hpp"
#include "indexer/found_readings.hpp"
#include "indexer/letter_inverter.hpp"
#include "query/index/dealt.hpp"
#include "query/index/metadata.hpp"
#include "query/index/stored_document.hpp"

namespace chiho {

class ShareWriter {
 public:
  // `folder` is made; `dictionaries` are for the documents. Throws Error io.
  ShareWriter(const std::filesystem::path& folder, const Analyzer& analyzer, const std::vector<Edition>& editions,
              const DocumentDictionaries& dictionaries);

  // Each record gets a term of its own, of its number in the whole index. The share's first is number `before` + 1 of
  // the shard.
  void name_records(const Dealt& dealt, Xapian::docid before) {
    dealt_ = dealt;
    before_ = before;
  }

  // Equals are ranked in the order of adding.
  void add(const Record& record);

  // No more is added.
  void finish();

  // For who puts the shares together, then.
  [[nodiscard]] const Metadata& counted() const { return counted_; }
  [[nodiscard]] const FoundReadings& readings() const { return readings_; }
  [[nodiscard]] const LetterInverter& letters() const { return letters_; }
  [[nodiscard]] Xapian::WritableDatabase& database() { return database_; }

 private:
  void add_served_terms(Xapian::Document& document, const std::set<std::string>& letters) const;
  void add_filters(Xapian::Document& document, const Record& record);
  void add_contact_keys(Xapian::Document& document, const Record& record) const;

  std::string where_;
  const Analyzer& analyzer_;
  const std::vector<Edition>& editions_;
  Xapian::WritableDatabase database_;
  std::optional<Dealt> dealt_;
  Xapian::docid before_ = 0;
  Xapian::docid added_ = 0;
  std::size_t uncommitted_ = 0;  // bytes
  Metadata counted_;             // records by type, slots by facet, letters
  FoundReadings readings_;
  LetterInverter letters_;
  DocumentCompressor compressor_;
};

}  // namespace chiho
