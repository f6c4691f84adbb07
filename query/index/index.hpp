// An index opened for reading: one generation, from opening to closing.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dict/analyzer.hpp"
#include "query/index/cluster.hpp"
#include "query/index/generation.hpp"
#include "query/index/letter_index.hpp"
#include "query/index/metadata.hpp"
#include "query/index/reading_index.hpp"
#include "query/index/record_order.hpp"
#include "query/index/shards.hpp"
#include "query/index/stored_document.hpp"

namespace chiho {

class Index {
 public:
  // Up to this size an index is checked whole when opened.
  static constexpr std::uint64_t checked_whole = 8U << 20U;

  // `db` is an index folder, or a stub that lists shards. Throws Error index if there is none, or it is damaged or not
  // ours, and ShardLost.
  explicit Index(const std::filesystem::path& db, const Opening& opening = {});

  // Throws Error index unless the index was made by this analyzer.
  void require(const Analyzer& analyzer) const;

  [[nodiscard]] const Metadata& metadata() const { return metadata_; }
  [[nodiscard]] const Xapian::Database& database() const { return shards_.all(); }
  [[nodiscard]] const Shards& shards() const { return shards_; }
  [[nodiscard]] const LetterIndex& letters() const { return letters_; }
  [[nodiscard]] const DocumentStore& documents() const { return documents_; }
  [[nodiscard]] const ReadingIndex& readings() const { return readings_; }
  [[nodiscard]] const RecordOrder& order() const { return order_; }
  // All records, in their order. Throws Xapian's errors.
  void each_record(const std::function<void(Xapian::docid id)>& visit) const;
  [[nodiscard]] const std::string& where() const { return where_; }
  // The servers of shards that answers have to do without.
  [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }

 private:
  void open_folder(const std::filesystem::path& db);
  void open(const std::filesystem::path& db, const Generation& generation);
  void look_into_shards();

  std::string where_;
  Shards shards_;
  Metadata metadata_;
  LetterIndex letters_;
  DocumentStore documents_;
  ReadingIndex readings_;
  RecordOrder order_;
  std::vector<std::string> missing_;
};

// --db, else $CHIHO_DB, else $XDG_DATA_HOME/chiho-search/index, else ~/.local/share/chiho-search/index. Throws Error
// index where none of these is known.
std::filesystem::path index_path(std::string_view option);

}  // namespace chiho
