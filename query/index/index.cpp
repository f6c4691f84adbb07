#include "query/index/index.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "error/error.hpp"
#include "query/index/database_file.hpp"
#include "query/index/generation.hpp"
#include "query/index/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

Generations live_generations(const fs::path& db) {
  if (auto generations = read_generations(db)) return *generations;
  throw Error(ErrorCode::index,
              {fmt::format("索引がありません: {}", db.string()), fmt::format("no index at {}", db.string())},
              {fmt::format("作るには: chiho-index build corpus/2018-07 --db {}", db.string()),
               fmt::format("To make one: chiho-index build corpus/2018-07 --db {}", db.string())});
}

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

}  // namespace

void Index::open(const fs::path& db, const Generation& generation) {
  check_generation(db, generation, generation.bytes() <= checked_whole);
  with_xapian(where_, [&] {
    const Xapian::Database head = open_database_file(db / generation.file_name());
    metadata_ = metadata_of_json(head.get_metadata(std::string(metadata_key)), where_);
    std::vector<Xapian::Database> shards;
    for (const ShardFile& shard : generation.shards) shards.push_back(open_database_file(db / shard.name));
    shards_ = shards.empty() ? Shards(head) : Shards(std::move(shards));
    look_into_shards();
    if (shards_.size() > 1 && !generation.is_dealt()) order_ = RecordOrder::by_shard(shards_);
  });
}

void Index::look_into_shards() {
  letters_ = LetterIndex(shards_);
  documents_ = DocumentStore(shards_);
  readings_ = ReadingIndex(shards_);
}

void Index::each_record(const std::function<void(Xapian::docid id)>& visit) const {
  if (!order_.as_numbered()) return order_.each(visit);
  for (auto posting = database().postlist_begin(""); posting != database().postlist_end(""); ++posting) visit(*posting);
}

Index::Index(const fs::path& db, const Opening& opening) : where_(db.string()) {
  std::error_code error;
  if (!fs::is_regular_file(db, error)) {
    open_folder(db);
    return;
  }
  Cluster cluster = open_cluster(db, opening);
  shards_ = std::move(cluster.shards);
  metadata_ = std::move(cluster.metadata);
  missing_ = std::move(cluster.missing);
  with_xapian(where_, [&] { look_into_shards(); });
}

// A build may put a new generation in service, and remove the one that was named, between two looks.
void Index::open_folder(const fs::path& db) {
  Generations named = live_generations(db);
  while (true) {
    try {
      open(db, named.current);
      return;
    } catch (const Error&) {
      const Generations now = live_generations(db);
      if (now == named) throw;
      named = now;
    }
  }
}

void Index::require(const Analyzer& analyzer) const {
  if (metadata_.fingerprint == analyzer.fingerprint()) return;
  throw Error(ErrorCode::index,
              {fmt::format("この索引は別の解析器で作られています: {}\n  索引: {}\n  今: {}", where_,
                           metadata_.fingerprint, analyzer.fingerprint()),
               fmt::format("the index was made by another analyzer: {}\n  index: {}\n  now:   {}", where_,
                           metadata_.fingerprint, analyzer.fingerprint())},
              {"chiho-index build で作り直してください。", "Rebuild it with chiho-index build."});
}

fs::path index_path(std::string_view option) {
  if (!option.empty()) return option;
  if (const char* db = environment("CHIHO_DB")) return db;
  if (const char* data = environment("XDG_DATA_HOME")) return fs::path(data) / "chiho-search" / "index";
  if (const char* home = environment("HOME")) return fs::path(home) / ".local" / "share" / "chiho-search" / "index";
  throw Error(ErrorCode::index,
              {"索引の場所が分かりません（HOME が設定されていません）。", "where is the index? HOME is not set"},
              {"--db か環境変数 CHIHO_DB で指定してください。", "Name it by --db or the variable CHIHO_DB."});
}

}  // namespace chiho
