#include "dict/readings.hpp"

#include <doctest/doctest.h>

using chiho::is_kana;
using chiho::is_latin;
using chiho::katakana_of_romaji;
using chiho::reading_key;

TEST_CASE("is_kana") {
  for (const char* yes : {"むしょう", "アワモリ", "らーめん", "ヴェトナム", "いすゞ"}) CHECK(is_kana(yes));
  for (const char* no : {"", "水", "アワ盛り", "awa", "ア・イ", "ア イ"}) CHECK_FALSE(is_kana(no));
}

TEST_CASE("is_latin") {
  for (const char* yes : {"oda", "musho", "tōkyō", "jun'ichi", "shin-osaka", "a"}) CHECK(is_latin(yes));
  for (const char* no : {"", "jct", "g20", "oda水", "musho shikin", "-", "'"}) CHECK_FALSE(is_latin(no));
}

TEST_CASE("spellings of one sound have one key") {
  const char* const cases[][2] = {
      {"むしょうしきん", "ムショウシキン"},
      {"ムショシキン", "ムショウシキン"},
      {"ムショーシキン", "ムショウシキン"},
      {"オオサカ", "オサカ"},
      {"トウキョウ", "トーキョー"},
      {"トウキョウ", "トキョ"},
      {"セイサク", "セーサク"},
      {"ニイガタ", "ニガタ"},
      {"クウコウ", "クーコー"},
      {"オカアサン", "オカーサン"},
      {"オネエサン", "オネーサン"},
      {"コンピューター", "コンピュータ"},
      {"ミヤヅ", "ミヤズ"},
      {"ハナヂ", "ハナジ"},
      {"ヲトメ", "オトメ"},
      {"ヴェトナム", "ベトナム"},
      {"ヴヌアツ", "ブヌアツ"},
  };
  for (const auto& pair : cases) {
    CAPTURE(pair[0]);
    CHECK(reading_key(pair[0]) == reading_key(pair[1]));
  }
  CHECK(reading_key("むしょうしきん") == "ムショシキン");
}

TEST_CASE("different words keep different keys") {
  const char* const cases[][2] = {
      {"トウオウ", "ト"},      // 東欧: only one vowel is taken for the length of another
      {"キテ", "キッテ"},      //
      {"カキ", "ガキ"},        //
      {"アイ", "ア"},          //
      {"オイ", "オ"},          //
      {"カウ", "カ"},          // 買う
      {"ファン", "フン"},      //
      {"シンアイ", "シナイ"},  //
  };
  for (const auto& pair : cases) {
    CAPTURE(pair[0]);
    CHECK(reading_key(pair[0]) != reading_key(pair[1]));
  }
}

TEST_CASE("romaji, Hepburn and Kunrei") {
  const char* const cases[][2] = {
      {"awamori", "アワモリ"},
      {"musho", "ムショ"},
      {"syokuin", "ショクイン"},
      {"shokuin", "ショクイン"},
      {"tizu", "チズ"},
      {"chizu", "チズ"},
      {"hukusima", "フクシマ"},
      {"fukushima", "フクシマ"},
      {"tōkyō", "トーキョー"},
      {"kôka", "コーカ"},
      {"shimbun", "シンブン"},
      {"gumma", "グンマ"},
      {"nippon", "ニッポン"},
      {"matcha", "マッチャ"},
      {"zasshi", "ザッシ"},
      {"jun'ichi", "ジュンイチ"},
      {"shin-osaka", "シンオサカ"},
      {"onna", "オンナ"},
      {"konnyaku", "コンニャク"},
      {"hon", "ホン"},
      {"ohno", "オーノ"},
      {"satoh", "サトー"},
      {"zyugyo", "ジュギョ"},
      {"oda", "オダ"},
      {"jetto", "ジェット"},
  };
  for (const auto& pair : cases) {
    CAPTURE(pair[0]);
    CHECK(katakana_of_romaji(pair[0]) == std::string(pair[1]));
  }
}

TEST_CASE("what is no romaji has no kana") {
  for (const char* text : {"", "jica", "export", "q", "sdgs", "b", "水", "-", "tokyo2020", "all"}) {
    CAPTURE(text);
    CHECK_FALSE(katakana_of_romaji(text).has_value());
  }
}

TEST_CASE("romaji meets the reading that MeCab gives") {
  CHECK(reading_key(*katakana_of_romaji("tokyo")) == reading_key("トウキョウ"));
  CHECK(reading_key(*katakana_of_romaji("toukyou")) == reading_key("トウキョウ"));
  CHECK(reading_key(*katakana_of_romaji("ōsaka")) == reading_key("オオサカ"));
}
