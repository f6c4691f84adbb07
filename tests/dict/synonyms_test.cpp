#include "dict/synonyms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "dict/normalize.hpp"
#include "error/error.hpp"

using chiho::Synonyms;
using Names = std::vector<std::string>;

static Synonyms read(const std::string& text) {
  std::istringstream in(text);
  Synonyms synonyms;
  synonyms.read(in, "mine.txt");
  return synonyms;
}

TEST_CASE("equal names find each other") {
  const Synonyms synonyms = read("政府開発援助 = ODA = 開発援助\n");
  CHECK(synonyms.of("ODA") == Names{"政府開発援助", "開発援助"});
  CHECK(synonyms.of("政府開発援助") == Names{"oda", "開発援助"});
  CHECK(synonyms.of("援助").empty());
}

TEST_CASE("the left of an arrow finds the right only") {
  const Synonyms synonyms = read("小学生 > 小中高生, 小中学生");
  CHECK(synonyms.of("小学生") == Names{"小中高生", "小中学生"});
  CHECK(synonyms.of("小中高生").empty());
}

TEST_CASE("however it is written") {
  const Synonyms synonyms = read("\uFEFF# comment\r\n\r\n  Grant   Aid ＝ 無償資金協力  \r\n");
  CHECK(synonyms.of("ｇｒａｎｔ　ＡＩＤ") == Names{"無償資金協力"});
  CHECK(synonyms.of("無償資金協力") == Names{"grant aid"});
}

TEST_CASE("several lines of one word: in order, without repeats") {
  const Synonyms synonyms = read("a = b\na > c, b\nb = d\n");
  CHECK(synonyms.of("a") == Names{"b", "c"});
  CHECK(synonyms.of("b") == Names{"a", "d"});
}

TEST_CASE("a line that is neither is refused with its number") {
  for (const char* text :
       {"\n水道", "#\n= 水道", "\n水道 >", "\n水道 > , 上水", "\na = b > c", "\na =", "\n\xFF = a"}) {
    CAPTURE(text);
    try {
      read(text);
      FAIL("was read");
    } catch (const chiho::Error& error) {
      CHECK(error.code() == chiho::ErrorCode::usage);
      CHECK(error.message().ja.starts_with("mine.txt:2: "));
      CHECK(error.message().en.starts_with("mine.txt:2: "));
      CHECK_FALSE(error.hint().empty());
    }
  }
}

TEST_CASE("a missing file is an I/O error") {
  Synonyms synonyms;
  try {
    synonyms.read(std::filesystem::path("/nonexistent/synonyms.txt"));
    FAIL("was read");
  } catch (const chiho::Error& error) {
    CHECK(error.code() == chiho::ErrorCode::io);
  }
  CHECK_THROWS_AS(synonyms.read(std::filesystem::temp_directory_path()), chiho::Error);
}

TEST_CASE("the list that ships") {
  Synonyms synonyms;
  synonyms.read(std::filesystem::path(CHIHO_SOURCE_DIR "/dict/words/synonyms.txt"));
  const auto finds = [&](const char* word, const char* other) {
    const Names others = synonyms.of(word);
    return std::find(others.begin(), others.end(), chiho::folded(other)) != others.end();
  };
  CHECK(finds("ODA", "政府開発援助"));
  CHECK(finds("政府開発援助", "ODA"));
  CHECK(finds("小学生", "小中高生"));
  CHECK_FALSE(finds("小中高生", "小学生"));
  CHECK(finds("grant aid", "無償資金協力"));
  CHECK(synonyms.of("補助金").empty());  // another thing than any scheme of its likeness
}
