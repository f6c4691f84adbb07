#include "dict/okurigana.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace chiho {
namespace {

TEST_CASE("the kanji of a word are what its spellings share") {
  const std::vector<std::pair<std::string, std::string>> examples{
      {"受け入れ", "受入"}, {"受入れ", "受入"}, {"受入", "受入"}, {"打ち合わせ", "打合"},
      {"行なう", "行"},     {"人々", "人々"},   {"うけいれ", ""}, {"ビル建て", ""},
      {"受け入れ先A", ""},  {"", ""},           {"受付11", ""},
  };
  for (const auto& example : examples) {
    const auto& word = std::get<0>(example);
    const auto& kanji = std::get<1>(example);
    CAPTURE(word);
    CHECK(kanji_of(word) == kanji);
  }
}

TEST_CASE("the base form's reading is told by any form of it") {
  struct Example {
    std::string surface, reading, base, expected;
  };
  const std::vector<Example> examples{
      {"申し込ん", "モウシコン", "申し込む", "モウシコム"},
      {"受け入れ", "ウケイレ", "受け入れる", "ウケイレル"},
      {"受け入れる", "ウケイレル", "受け入れる", "ウケイレル"},
      {"行なっ", "オコナッ", "行なう", "オコナウ"},
      {"現れ", "アラワレ", "現れる", "アラワレル"},
      {"申し込ん", "", "申し込む", ""},          // not known
      {"申し込ん", "トリクミ", "申し込む", ""},  // not of this form
      {"来", "キ", "きたる", ""},
  };
  for (const Example& example : examples) {
    CAPTURE(example.surface);
    CHECK(base_reading(example.surface, example.reading, example.base) == example.expected);
  }
}

TEST_CASE("a verb of two kanji is also the noun that its stem is; no other word is") {
  using Stems = std::vector<std::string>;
  struct Example {
    std::string base, reading;
    Stems stems;
  };
  const std::vector<Example> examples{
      {"申し込む", "モウシコム", {"モウシコミ"}},
      {"取り組む", "トリクム", {"トリクミ"}},
      {"見直す", "ミナオス", {"ミナオシ"}},
      {"受け入れる", "ウケイレル", {"ウケイレ", "ウケイレリ"}},
      {"話す", "ハナス", {}},
      {"生まれる", "ウマレル", {}},
      {"興味深い", "キョウミブカイ", {}},
      {"受入", "ウケイレ", {}},
      {"", "", {}},
  };
  for (const Example& example : examples) {
    CAPTURE(example.base);
    CHECK(stem_readings(example.base, example.reading) == example.stems);
  }
}

}  // namespace
}  // namespace chiho
