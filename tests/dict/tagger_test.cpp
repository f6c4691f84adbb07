#include "dict/tagger.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "dict/analyzer.hpp"
#include "error/error.hpp"
#include "temporary_folder.hpp"

using chiho::Morpheme;
using chiho::Tagger;
namespace fs = std::filesystem;

namespace {

const chiho::DictionaryPaths& paths() {
  static const auto standard = chiho::DictionaryPaths::standard();
  return standard;
}

const Tagger& tagger() {
  static const Tagger instance(paths().ipadic, paths().words / "user.dic");
  return instance;
}

std::vector<std::string> surfaces(const std::string& text) {
  std::vector<std::string> result;
  for (const Morpheme& morpheme : tagger().tag(text)) result.push_back(text.substr(morpheme.offset, morpheme.length));
  return result;
}

void check_refused(const fs::path& ipadic, const fs::path& user) {
  try {
    const Tagger refused(ipadic, user);
    FAIL("was opened");
  } catch (const chiho::Error& error) {
    CHECK(error.code() == chiho::ErrorCode::io);
    CHECK_FALSE(error.hint().empty());
  }
}

}  // namespace

TEST_CASE("morphemes with their features") {
  const auto morphemes = tagger().tag("技術を支えた");
  REQUIRE(morphemes.size() == 4);
  CHECK(morphemes[0].features.part_of_speech() == "名詞");
  CHECK(morphemes[0].features.reading() == "ギジュツ");
  CHECK(morphemes[2].features.part_of_speech() == "動詞");
  CHECK(morphemes[2].features.detail() == "自立");
  CHECK(morphemes[2].features.base() == "支える");
  CHECK_FALSE(morphemes[2].features.conjugation().empty());
  CHECK(morphemes[0].features.conjugation().empty());
  CHECK(morphemes[2].offset == 9);
  CHECK(morphemes[2].known);
  CHECK_FALSE(tagger().tag("グヌヌポリ")[0].known);
}

TEST_CASE("our own words carry their parts") {
  const auto morphemes = tagger().tag("無償資金協力");
  REQUIRE(morphemes.size() == 1);
  CHECK(morphemes[0].features.parts() == "無償/資金/協力");
  CHECK(morphemes[0].features.part_readings() == "ムショウ/シキン/キョウリョク");
}

TEST_CASE("white space, line ends and NULs separate and are in no morpheme") {
  CHECK(surfaces(" 水道\t電力\n港 ") == std::vector<std::string>{"水道", "電力", "港"});
  CHECK(surfaces(std::string("水道\0電力", 13)) == std::vector<std::string>{"水道", "電力"});
  CHECK(surfaces("").empty());
  CHECK(surfaces("\n\n").empty());
}

TEST_CASE("long text is tagged whole") {
  std::string sentences;
  for (int i = 0; i < 20000; ++i) sentences += "水道を支える。";
  CHECK(surfaces(sentences).size() == 80000);
  for (const char* letter : {"あ", "ア", "a", "7", "(", "十", "国", "한"}) {
    std::string run;
    while (run.size() < 300000) run += letter;
    CAPTURE(letter);
    std::size_t covered = 0;
    for (const Morpheme& morpheme : tagger().tag(run)) {
      if (morpheme.offset == covered) covered += morpheme.length;
    }
    CHECK(covered == run.size());
  }
}

TEST_CASE("dictionaries in folders with spaces, commas and quotes") {
  const chiho::test::TemporaryFolder folder;
  const fs::path odd = folder.path() / "a b,c\"d";
  fs::create_directory(odd);
  fs::copy_file(paths().words / "user.dic", odd / "user.dic");
  fs::create_directory_symlink(paths().ipadic, odd / "ipa dic");
  const Tagger other(odd / "ipa dic", odd / "user.dic");
  CHECK(other.tag("無償資金協力").size() == 1);
}

TEST_CASE("what is no dictionary is refused") {
  const chiho::test::TemporaryFolder folder;
  check_refused("/nonexistent", paths().words / "user.dic");
  check_refused(paths().ipadic, "/nonexistent/user.dic");
  std::ofstream(folder.path() / "sys.dic") << "no dictionary";
  std::ofstream(folder.path() / "user.dic") << "no dictionary";
  check_refused(folder.path(), paths().words / "user.dic");
  check_refused(paths().ipadic, folder.path() / "user.dic");
}
