#include "dict/numerals.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "dict/analyzer.hpp"

namespace chiho {
namespace {

const Analyzer& analyzer() {
  static const Analyzer shared;
  return shared;
}

std::set<std::string> spellings(const std::string& word) {
  const auto all = numeral_spellings(analyzer().analyze(word));
  return {all.begin(), all.end()};
}

TEST_CASE("a number is written with digits, with commas, and in kanji in two ways") {
  const std::vector<std::pair<std::string, std::set<std::string>>> examples{
      {"11", {"十一", "一一"}},
      {"１１", {"十一", "一一"}},
      {"十一", {"11", "一一"}},
      {"十一月", {"11月", "一一月"}},
      {"11月", {"十一月", "一一月"}},
      {"百二十", {"120", "一二〇"}},
      {"百二十か国", {"120か国", "一二〇か国"}},
      {"二〇一八年", {"2018年", "2,018年", "二千十八年"}},
      {"第14回", {"第十四回", "第一四回"}},
      {"三月三日", {"3月3日"}},
      {"3万人", {"30000人", "30,000人", "三万人", "三〇〇〇〇人"}},
      {"3,000人", {"3000人", "3千人", "三千人", "三〇〇〇人"}},
      {"二万五千円", {"25000円", "25,000円", "2万5千円", "2万5000円", "二五〇〇〇円"}},
      {"三億円", {"300000000円", "300,000,000円", "3億円", "三〇〇〇〇〇〇〇〇円"}},
  };
  for (const auto& example : examples) {
    const auto& word = std::get<0>(example);
    const auto& expected = std::get<1>(example);
    CAPTURE(word);
    CHECK(spellings(word) == expected);
  }
}

TEST_CASE("kanji of numbers in words, and digits of codes, are no numbers") {
  for (const std::string word : {"一般",   "三重県",   "四国",
                                 "八王子", "千葉",     "千代田区",
                                 "五輪",   "六本木",   "七五三",
                                 "十字軍", "赤十字",   "百科事典",
                                 "万博",   "一橋大学", "03-5501-8373",
                                 "p.17",   "G20",      "COVID19",
                                 "1.5倍",  "007",      "http://a.jp/11",
                                 "水道",   "",         "百二五",
                                 "十百",   "万",       "12345678901234567890"}) {
    CAPTURE(word);
    CHECK(spellings(word).empty());
    CHECK(in_digits(analyzer().analyze(word)).empty());
  }
}

TEST_CASE("a word's numbers are written in digits") {
  CHECK(in_digits(analyzer().analyze("平成二十九年度")) == "平成29年度");
  CHECK(in_digits(analyzer().analyze("平成29年度")).empty());
}

TEST_CASE("a number stands by itself where it cuts no word and no longer number") {
  struct Example {
    std::string text, number;
    bool apart;
  };
  const std::vector<Example> examples{
      {"十一月の会", "十一月", true},
      {"二十一月", "十一月", false},
      {"平成29年11月", "11月", true},
      {"2011月刊", "11月", false},
      {"三重県の山", "三", false},
      {"三人の山", "三", true},
      {"赤十字の十周年", "十周年", true},
      {"第14回の会", "14回", true},
      {"第114回の会", "14回", false},
      {"四国の山", "四国", false},
      {"四国四県", "四", true},
      {"四国の山", "四", false},
      {"会", "会の", false},
      {"三重県の山", "三重県", false},  // 3重県 is no spelling of it
      {"3,000人の会", "3,000人", true},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const Analysis analysis = analyzer().analyze(example.text);
    const std::string& text = analysis.folded.text;
    bool apart = false;
    for (auto at = text.find(example.number); at != std::string::npos; at = text.find(example.number, at + 1))
      apart |= stands_apart(text, analysis.tokens, at, at + example.number.size());
    CHECK(apart == example.apart);
  }
}

}  // namespace
}  // namespace chiho
