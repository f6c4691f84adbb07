// One thread or several: the same index.
#include "indexer/writer.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>

#include "corpus/schema.hpp"
#include "error/error.hpp"
#include "query/index/stored_document.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const Analyzer& analyzer() {
  static const Analyzer analyzer;
  return analyzer;
}

// Enough text for several threads: what each record says besides its number, it shares with some others.
std::vector<Record> many_records() {
  const std::vector<std::string> words{"水道", "展示会", "無償資金協力", "姉妹都市", "泡盛（あわもり）", "受け入れた"};
  std::vector<Record> records;
  for (std::size_t i = 0; i < 2000; ++i) {
    Record record;
    record.id = fmt::format("r{}", i);
    record.title = fmt::format("{}の記録{}", words[i % words.size()], i);
    for (std::size_t n = 0; n < 60; ++n) record.text += words[(i * 7 + n * n) % words.size()] + "。";
    record.type = i % 500 == 0 ? RecordType::contact : RecordType::page;
    record.office = {fmt::format("第{}課", i % 3)};
    records.push_back(record);
  }
  return records;
}

Xapian::Database written(const std::vector<Record>& records, const fs::path& folder, std::size_t jobs) {
  IndexWriter writer({folder / fmt::format("parts-{}", jobs), jobs}, analyzer());
  const fs::path file = folder / fmt::format("{}.glass", jobs);
  writer.write(records, {}, file);
  return Xapian::Database(file.string());
}

// Each term with its records and how often it stands there.
std::map<std::string, std::vector<std::pair<Xapian::docid, Xapian::termcount>>> postings(
    const Xapian::Database& database) {
  std::map<std::string, std::vector<std::pair<Xapian::docid, Xapian::termcount>>> all;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    for (auto place = database.postlist_begin(*term); place != database.postlist_end(*term); ++place)
      all[*term].emplace_back(*place, place.get_wdf());
  return all;
}

std::map<std::string, std::string> metadata(const Xapian::Database& database) {
  std::map<std::string, std::string> all;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    all[*key] = database.get_metadata(*key);
  return all;
}

}  // namespace

TEST_CASE("several threads write what one writes") {
  const TemporaryFolder folder;
  const std::vector<Record> records = many_records();
  const Xapian::Database one = written(records, folder.path(), 1);
  const Xapian::Database three = written(records, folder.path(), 3);
  REQUIRE(fs::exists(folder.path() / "parts-3" / "2"));  // or nothing was shared out
  CHECK_FALSE(fs::exists(folder.path() / "parts-1" / "1"));
  REQUIRE(three.get_doccount() == records.size());
  for (Xapian::docid id = 1; id <= records.size(); ++id) {
    REQUIRE(DocumentStore(three).document(id)->record().id == records[id - 1].id);
    REQUIRE(three.get_doclength(id) == one.get_doclength(id));
  }
  CHECK(postings(three) == postings(one));
  CHECK(metadata(three) == metadata(one));
}

TEST_CASE("what a record is refused for ends the writing, whichever thread finds it") {
  std::vector<Record> records = many_records();
  for (std::size_t i = 0; i <= facet_slots; ++i) records[1999].need.push_back(fmt::format("{}したい", i));
  for (const std::size_t jobs : {1, 2}) {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(written(records, folder.path(), jobs), Error);
    CHECK_FALSE(fs::exists(folder.path() / fmt::format("{}.glass", jobs)));
  }
}

TEST_CASE("what progress throws ends the writing") {
  const TemporaryFolder folder;
  const auto stop = [](const Progress&) { throw Error(ErrorCode::interrupted, {"", ""}); };
  IndexWriter writer({folder.path() / "parts", 2, stop}, analyzer());
  CHECK_THROWS_AS(writer.write(many_records(), {}, folder.path() / "index.glass"), Error);
}

TEST_CASE("progress counts every record, and never more") {
  const TemporaryFolder folder;
  const std::vector<Record> records = many_records();
  Progress last;
  const auto look = [&](const Progress& progress) {
    CHECK(progress.records >= last.records);
    CHECK(progress.records <= records.size());
    CHECK(progress.bytes <= progress.bytes_in_all);
    last = progress;
  };
  IndexWriter({folder.path() / "parts", 2, look}, analyzer()).write(records, {}, folder.path() / "index.glass");
  CHECK(last.records == records.size());
  CHECK(last.bytes == last.bytes_in_all);
}
