#include "dict/normalize.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

using chiho::fold;
using chiho::Folded;
using chiho::folded;

TEST_CASE("one form of what is written in many") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"ＯＤＡ２０１８", "oda2018"},                     // width and case
      {"ﾊﾝｶｸｶﾅ", "ハンカクカナ"},                        // half-width kana
      {"ﾊﾞｲｱ", "バイア"},                                // with its mark
      {"か\u3099", "が"},                                // composed, never decomposed
      {"がか", "がか"},                                  //
      {"①㈱Ⅳ…", "1(株)iv..."},                           //
      {"⽇本", "日本"},                                  // Kangxi radical
      {"さ\u00ADく", "さく"},                            // soft hyphen
      {"葛\U000E0100城", "葛城"},                        // variation selector
      {"　あ　", " あ "},                                // ideographic space
      {"Ａ‐B–C—D−E－F", "a-b-c-d-e-f"},                  // dashes
      {"1〜2～3∼4~5", "1~2~3~4~5"},                      // tildes, of CP932 and of JIS
      {"コンピュ-タ", "コンピュータ"},                   // a hyphen for the long vowel
      {"ハ−ト", "ハート"},                               //
      {"03ー5501ー8373", "03-5501-8373"},                // and the other way round
      {"らーめん", "らーめん"},                          //
      {"ア-ト-a", "アート-a"},                           //
      {"縣廳", "県庁"},                                  // old kanji
      {"髙﨑𠮷野", "高崎吉野"},                          // variants
      {"時々", "時々"},                                  // an iteration mark that words are written with
      {"さゝえる いすゞ ハヽ", "ささえる いすず ハハ"},  // those of kana
      {"ゝ々ゞ", "ゝ々ゞ"},
      {"STRASSE straße", "strasse strasse"},
      {"", ""},
  };
  for (const auto& test : cases) {
    const auto& source = test.first;
    const auto& expected = test.second;
    CAPTURE(source);
    CHECK(folded(source) == expected);
    CHECK(fold(source).text == expected);
    CHECK(folded(expected) == expected);  // folding the folded changes nothing
  }
}

TEST_CASE("what is no UTF-8 becomes U+FFFD, and the rest stays") {
  CHECK(folded("水\xE9\x81") == "水\uFFFD");
  CHECK(folded("a\xFFz") == "a\uFFFDz");
  CHECK(folded("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(folded(std::string("a\0b", 3)) == std::string("a\0b", 3));
}

// The letters of the source that the folded letters `part` came from.
static std::string source_of(const std::string& source, const std::string& part) {
  const Folded text = fold(source);
  const std::size_t at = text.text.find(part);
  REQUIRE(at != std::string::npos);
  const Folded::Range range = text.source(at, at + part.size());
  return source.substr(range.begin, range.end - range.begin);
}

TEST_CASE("folded letters lead back to whole letters of the source") {
  CHECK(source_of("会宝産業㈱の水道", "水道") == "水道");
  CHECK(source_of("会宝産業㈱の水道", "株") == "㈱");
  CHECK(source_of("会宝産業㈱の水道", "業(株)の") == "業㈱の");
  CHECK(source_of("ﾊﾞｲｵ", "バ") == "ﾊﾞ");
  CHECK(source_of("横濱のＯＤＡ", "浜") == "濱");
  CHECK(source_of("横濱のＯＤＡ", "oda") == "ＯＤＡ");
  CHECK(source_of("ハ−トの", "ハート") == "ハ−ト");
  CHECK(source_of("いすゞの", "ず") == "ゞ");
  CHECK(source_of("\xFF水", "水") == "水");
}

TEST_CASE("ranges beyond the text are empty, not errors") {
  const Folded text = fold("水道");
  CHECK(text.source(6, 6).begin == 6);
  CHECK(text.source(6, 6).end == 6);
  CHECK(text.source(3, 100).end == 6);
  CHECK(fold("").source(0, 5).end == 0);
}

TEST_CASE("every old kanji of the list becomes its modern form, which is folded itself") {
  std::ifstream in(CHIHO_SOURCE_DIR "/dict/words/variants.txt");
  REQUIRE(in);
  int pairs = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    CAPTURE(line);
    REQUIRE(space != std::string::npos);
    CHECK(folded(line.substr(0, space)) == line.substr(space + 1));
    CHECK(folded(line.substr(space + 1)) == line.substr(space + 1));
    ++pairs;
  }
  CHECK(pairs > 300);
}

TEST_CASE("kanji that are different words stay apart") {
  CHECK(folded("斉斎著着") == "斉斎著着");
}

TEST_CASE("a letter with a hundred thousand marks takes no longer than plain text") {
  std::string text = "e";
  for (int i = 0; i < 100000; ++i) text += i % 2 == 0 ? "\u0323" : "\u0301";
  CHECK(folded(text).size() > 100000);  // would run for minutes if marks were sorted as one sequence
}
