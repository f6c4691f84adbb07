// A large collection is built shard by shard, and again only where it changed.
#include "indexer/build.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/jsonl.hpp"
#include "error/error.hpp"
#include "indexer/rollback.hpp"
#include "query/index/generation.hpp"
#include "query/search/searcher.hpp"
#include "query/show/render_json.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
namespace fs = std::filesystem;
using Names = std::set<std::string>;

namespace {

const Analyzer& analyzer() {
  static const Analyzer analyzer;
  return analyzer;
}

std::vector<Record> some_records() {
  const std::vector<std::string> words{"水道", "展示会", "無償資金協力", "姉妹都市", "泡盛", "受け入れた", "港"};
  std::vector<Record> records;
  for (std::size_t i = 0; i < 400; ++i) {
    Record record;
    record.id = fmt::format("r{}", i);
    record.title = fmt::format("{}の記録{}", words[i % words.size()], i % 9);  // many are alike
    for (std::size_t n = 0; n < 20; ++n) record.text += words[(i * 5 + n * n) % words.size()] + "。";
    record.type = i % 50 == 0 ? RecordType::scheme : i % 7 == 0 ? RecordType::case_study : RecordType::page;
    record.office = {fmt::format("第{}課", i % 3)};
    records.push_back(record);
  }
  return records;
}

// A file of records, and an index folder.
struct Library {
  test::TemporaryFolder folder;
  fs::path db = folder.path() / "db";
  ShardSize shard_size{20'000, 5'000};

  Built build(const std::vector<Record>& records, bool force = false) const {
    std::string lines;
    for (const Record& record : records) lines += to_jsonl(record) + "\n";
    BuildRequest request;
    request.sources = {folder.write("records.jsonl", lines)};
    request.db = db;
    request.force = force;
    request.shard_size = shard_size;
    return chiho::build(request, analyzer());
  }
  [[nodiscard]] Generation current() const { return read_generations(db)->current; }
  [[nodiscard]] Names shard_files() const {
    Names names;
    for (const ShardFile& shard : current().shards) names.insert(shard.name);
    return names;
  }
  [[nodiscard]] Names files() const {
    Names names;
    for (const auto& entry : fs::directory_iterator(db)) names.insert(entry.path().filename().string());
    return names;
  }
  // What it answers, without the time of its making.
  [[nodiscard]] std::string answers() const {
    const Index index(db);
    const Searcher searcher(index, analyzer(), nullptr);
    std::string all;
    for (const char* query : {"水道", "無償資金協力 港", "ひめい", "しまいとし", "第", "受け入れる 記録7", "", "海"}) {
      Request request;
      request.query = query;
      request.explain = true;
      for (request.offset = 0; request.offset < 250; request.offset += 60) {
        request.limit = 60;
        for (const SortOrder sort : {SortOrder::relevance, SortOrder::page}) {
          request.sort = sort;
          all += render_json(searcher.search(request)) + "\n";
        }
      }
    }
    return all;
  }
};

std::size_t new_in(const Names& now, const Names& before) {
  return static_cast<std::size_t>(std::ranges::count_if(now, [&](const auto& name) { return !before.contains(name); }));
}

}  // namespace

TEST_CASE("a small collection is one file") {
  Library library;
  library.shard_size = {};
  library.build(some_records());
  CHECK(library.shard_files().empty());
  CHECK(library.files() == Names{"000001.glass", "current", "lock"});
}

TEST_CASE("after a change only the shard that holds it is made anew, and all is answered as by a whole build") {
  std::vector<Record> records = some_records();
  const Library library;
  library.build(records);
  const Names first = library.shard_files();
  REQUIRE(first.size() >= 4);

  records[200].text += "新しい灯台の話。";
  CHECK(library.build(records).changed);
  const Names second = library.shard_files();
  CHECK(second.size() == first.size());
  CHECK(new_in(second, first) == 1);

  Library whole;
  whole.shard_size = {};  // one file
  whole.build(records);
  CHECK(library.answers() == whole.answers());
  CHECK(Index(library.db).metadata().record_count() == records.size());

  CHECK_FALSE(library.build(records).changed);
  CHECK(library.shard_files() == second);
}

TEST_CASE("records that come and go") {
  std::vector<Record> records = some_records();
  const Library library;
  library.build(records);
  Record added;
  added.id = "new";
  added.text = "灯台の港。";
  records.erase(records.begin() + 10);
  records.insert(records.begin() + 300, added);
  library.build(records);
  Library whole;
  whole.shard_size = {};  // one file
  whole.build(records);
  CHECK(library.answers() == whole.answers());
}

TEST_CASE("files that no generation needs go, those of the one before stay") {
  std::vector<Record> records = some_records();
  const Library library;
  library.build(records);
  const std::string first_answers = library.answers();
  const Generation first = library.current();
  records[0].text += "一。";
  library.build(records);
  for (const ShardFile& shard : first.shards) CHECK(library.files().contains(shard.name));
  roll_back(library.db, {});
  CHECK(library.answers() == first_answers);
  records[0].text += "二。";
  library.build(records);
  records[0].text += "三。";
  library.build(records);
  Names expected{"current", "lock"};
  const auto generations = read_generations(library.db);
  for (const Generation& kept : {generations->current, *generations->previous}) {
    expected.insert(kept.file_name());
    for (const ShardFile& shard : kept.shards) expected.insert(shard.name);
  }
  CHECK(library.files() == expected);
}

TEST_CASE("a build that is forced makes all anew, and so does one of a damaged shard that shard") {
  const std::vector<Record> records = some_records();
  const Library library;
  library.build(records);
  const Names first = library.shard_files();
  library.build(records, true);
  const Names second = library.shard_files();
  CHECK(new_in(second, first) == second.size());

  library.folder.write("db/" + *second.begin(), "no shard");
  CHECK_THROWS_AS(Index{library.db}, Error);
  CHECK(library.build(records).changed);
  CHECK(new_in(library.shard_files(), second) == 1);
  CHECK_FALSE(library.shard_files().contains(*second.begin()));
}
