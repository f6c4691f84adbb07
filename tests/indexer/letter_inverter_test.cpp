// What was gathered by several inverters, in however many runs, is what stands in the texts.
#include "indexer/letter_inverter.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "dict/ngrams.hpp"
#include "error/error.hpp"
#include "query/index/letter_index.hpp"
#include "query/index/varint.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

// Texts of two passages, of common letters and rare ones.
std::vector<std::array<std::string, 2>> some_texts(std::mt19937& chance) {
  const std::vector<std::string> letters{"水", "道", "の", "の", "の", "る", "い",
                                         "ア", " ",  "国", "会", "𠀋", "a",  "1"};
  std::vector<std::array<std::string, 2>> texts(400);
  for (auto& text : texts)
    for (auto& passage : text)
      for (int i = 0; i < 12; ++i) passage += letters[chance() % letters.size()];
  return texts;
}

}  // namespace

TEST_CASE("every letter, and two that stand together, is found in the records that hold it, and in no other") {
  const unsigned seed = std::random_device()();
  MESSAGE("seed ", seed);
  std::mt19937 chance(seed);
  const auto texts = some_texts(chance);
  std::map<std::string, std::vector<Xapian::docid>> expected;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::set<std::string> grams;
    for (const auto& passage : texts[i]) {
      const Ngrams found = ngrams(passage);
      grams.insert(found.unigrams.begin(), found.unigrams.end());
      grams.insert(found.bigrams.begin(), found.bigrams.end());
    }
    for (const auto& gram : grams) expected[gram].push_back(static_cast<Xapian::docid>(i + 1));
  }
  for (const std::size_t most : {std::size_t{1}, std::size_t{3000}, LetterInverter::most_held}) {
    CAPTURE(most);
    const TemporaryFolder folder;
    LetterInverter first(folder.path() / "first", most);
    LetterInverter second(folder.path() / "second", most);
    const std::size_t half = 170;
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (const auto& passage : texts[i])
        (i < half ? first : second).add(static_cast<Xapian::docid>(i < half ? i + 1 : i + 1 - half), passage);
    first.finish();
    second.finish();
    CHECK((first.runs().size() == 1) == (most == LetterInverter::most_held));

    Xapian::WritableDatabase database((folder.path() / "db").string());
    for (std::size_t i = 0; i < texts.size(); ++i) database.add_document({});
    write_letters({{&first, 0}, {&second, half}},
                  [&](const auto& entry, const auto& value) { database.set_metadata(entry, value); });
    database.commit();
    const LetterIndex index(database);
    for (const auto& one : expected) {
      const auto& gram = one.first;
      const auto& records = one.second;
      CAPTURE(gram);
      REQUIRE(index.records(gram) == records);
      REQUIRE(index.count(gram) == records.size());
    }
    CHECK(index.records("鳥").empty());
    CHECK(index.records_with_all({"水", "道", "𠀋"}).size() < index.count("𠀋"));
    CHECK(index.records_with_all({"水", "鳥"}).empty());
  }
}

TEST_CASE("records may be as far apart as they like") {
  const TemporaryFolder folder;
  LetterInverter inverter(folder.path() / "run");
  const std::vector<Xapian::docid> records{1, 2, 3'000'000, 9'000'000};
  for (const Xapian::docid record : records) inverter.add(record, "水");
  inverter.finish();
  std::vector<Xapian::docid> found;
  write_letters({{&inverter, 0}}, [&](const std::string& entry, std::string_view bucket) {
    if (entry != letter_bucket_entry(0)) return;
    take_varint(bucket);  // the key, and how long its list is
    take_varint(bucket);
    found = decode_records(bucket, records.back());
  });
  CHECK(found == records);
}

TEST_CASE("runs go with their inverter") {
  const TemporaryFolder folder;
  {
    LetterInverter inverter(folder.path() / "run");
    inverter.add(1, "水道");
    inverter.finish();
    CHECK_FALSE(fs::is_empty(folder.path()));
  }
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a run that was cut off, or is gone, does not pass for a shorter one") {
  const TemporaryFolder folder;
  LetterInverter inverter(folder.path() / "run");
  inverter.add(1, "水道の話");
  inverter.finish();
  const fs::path& run = inverter.runs().front();
  const auto write = [&] { write_letters({{&inverter, 0}}, [](const auto&, const auto&) {}); };
  CHECK_NOTHROW(write());
  // In a list, in its size, and in its key.
  const std::uintmax_t whole = fs::file_size(run);
  for (const unsigned cut : {1U, 5U, 14U}) {
    fs::resize_file(run, whole - cut);
    CHECK_THROWS_AS(write(), Error);
  }
  fs::remove(run);
  CHECK_THROWS_AS(write(), Error);
}

TEST_CASE("an index of no letters") {
  const TemporaryFolder folder;
  Xapian::WritableDatabase database((folder.path() / "db").string());
  write_letters({}, [&](const auto& entry, const auto& value) { database.set_metadata(entry, value); });
  CHECK(LetterIndex(database).records("水").empty());
}
