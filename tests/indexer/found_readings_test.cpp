// What readings are found in texts, written in blocks, and looked up again.
#include "indexer/found_readings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "bytes/compression.hpp"
#include "dict/readings.hpp"
#include "error/error.hpp"
#include "query/index/reading_index.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

namespace {

const Analyzer& analyzer() {
  static const Analyzer analyzer;
  return analyzer;
}

// For all tests, and gone with them.
const fs::path& folder() {
  static const test::TemporaryFolder folder;
  return folder.path();
}

std::string files() {
  return (folder() / "files").string();
}

Xapian::WritableDatabase empty_database() {
  return Xapian::WritableDatabase((folder() / "database").string(),
                                  Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
}

Xapian::WritableDatabase written(const std::vector<const FoundReadings*>& all) {
  Xapian::WritableDatabase database = empty_database();
  write_readings(all, [&](const auto& entry, const auto& value) { database.set_metadata(entry, value); });
  return database;
}

Xapian::WritableDatabase readings_of(const std::string& text) {
  FoundReadings found(analyzer(), files());
  found.add(analyzer().analyze(text));
  found.add_told(text);
  return written({&found});
}

// Thousands of words that only this test knows, of different sounds: 甲アアア, 甲アアイ …
std::map<std::string, std::string> many_told() {
  const std::vector<std::string> kana{"ア", "カ", "サ", "タ", "ナ", "ハ", "マ", "ラ", "ワ", "キ", "ミ", "リ", "ク"};
  std::map<std::string, std::string> told;
  for (const auto& a : kana)
    for (const auto& b : kana)
      for (const auto& c : kana) told[a + b + c] = "甲" + c + b + a;
  return told;
}

}  // namespace

TEST_CASE("nouns, parts of compounds, and what the text tells, are found by their sound") {
  const auto database = readings_of("姉妹都市交流を広げた。\n読み：便宜（べんぎ）\n");
  const ReadingIndex index(database);
  const std::vector<std::pair<std::string, Words>> examples{{"シマイトシコウリュウ", {"姉妹都市交流"}},
                                                            {"トシコウリュウ", {"都市交流"}},
                                                            {"シマイトシ", {"姉妹都市"}},
                                                            {"トシ", {"都市"}},
                                                            {"べんぎ", {"便宜"}},
                                                            {"シマイト", {}},
                                                            {"", {}},
                                                            {"ン", {}}};
  for (const auto& example : examples) {
    const auto& kana = std::get<0>(example);
    const auto& words = std::get<1>(example);
    CAPTURE(kana);
    CHECK(index.nouns(reading_key(kana)) == words);
  }
  CHECK(index.predicates(reading_key("ヒロゲル")) == Words{"広げる"});
  CHECK(index.nouns(reading_key("ヒロゲル")).empty());
}

TEST_CASE("of many blocks each word is found in its own, and the keys come in their order") {
  const auto told = many_told();
  std::string text = "読み：";
  for (const auto& [kana, word] : told) text += word + "（" + kana + "）、";
  const auto database = readings_of(text);
  const ReadingIndex index(database);
  const auto blocks = std::distance(database.metadata_keys_begin(std::string(noun_readings)),
                                    database.metadata_keys_end(std::string(noun_readings)));
  CHECK(blocks > 5);
  std::map<std::string, std::set<std::string>> expected;
  for (const auto& [kana, word] : told) expected[reading_key(kana)].insert(word);
  for (const auto& [key, words] : expected) {
    const Words found = index.nouns(key);
    for (const auto& word : words) REQUIRE(std::ranges::find(found, word) != found.end());
  }
  Words keys;
  index.each_key(100'000, [&](std::string_view key) { keys.emplace_back(key); });
  CHECK(std::ranges::is_sorted(keys));
  CHECK(keys.size() >= expected.size());
  std::size_t few = 0;
  index.each_key(10, [&](std::string_view) { ++few; });
  CHECK(few == 10);
}

TEST_CASE("words of one sound stand in their order, whoever found them; no more than can be kept") {
  FoundReadings one(analyzer(), files() + "-1");
  FoundReadings other(analyzer(), files() + "-2");
  one.add_told("読み：乙（こう）、甲（こう）\n");
  other.add_told("読み：丙（こう）、甲（こう）\n");
  const std::string key = reading_key("こう");
  CHECK(ReadingIndex(written({&one, &other})).nouns(key) == Words{"丙", "乙", "甲"});
  std::string text = "読み：";
  for (std::size_t i = 0; i < most_words_of_key + 500; ++i) text += fmt::format("甲{}（こう）、", i);
  CHECK(ReadingIndex(readings_of(text)).nouns(key).size() == most_words_of_key);
}

TEST_CASE("what sounds longer than anybody types, or would break a line, is left out") {
  std::string kana;
  while (kana.size() <= longest_reading_key) kana += "カ";
  FoundReadings found(analyzer(), files());
  found.add_told("読み：甲（" + kana + "）、乙\t丁（かきく）、丙（かき）\n");
  const auto database = written({&found});
  const ReadingIndex index(database);
  Words keys;
  index.each_key(10, [&](std::string_view key) { keys.emplace_back(key); });
  CHECK(keys == Words{"カキ"});
  CHECK(index.nouns("カキ") == Words{"丙"});
}

TEST_CASE("damaged blocks are refused") {
  for (const std::string& block :
       {std::string("no frame"), Compressor().compress(std::string(most_of_reading_block + 1, 'a'))}) {
    Xapian::WritableDatabase database = empty_database();
    database.set_metadata(std::string(noun_readings) + "カ", block);
    const ReadingIndex index(database);
    CHECK_THROWS_AS((void)index.nouns("ア"), Error);
    CHECK_THROWS_AS(index.each_key(10, [](std::string_view) {}), Error);
  }
  for (const std::string text : {"", "\n\n", "\t\t", "ア", "ア\t", "\tア\n\t"}) {  // nonsense, but no harm
    Xapian::WritableDatabase database = empty_database();
    database.set_metadata(std::string(noun_readings) + "カ", Compressor().compress(text));
    CHECK(ReadingIndex(database).nouns("ア").empty());
  }
}
