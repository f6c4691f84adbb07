#include "dict/sentences.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

static std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> result;
  for (const chiho::Span& span : chiho::sentences(text))
    result.push_back(text.substr(span.begin, span.end - span.begin));
  return result;
}
using Texts = std::vector<std::string>;

TEST_CASE("sentences end at 。！？ and at line ends") {
  CHECK(split("水道です。電力です！本当？はい") == Texts{"水道です。", "電力です！", "本当？", "はい"});
  CHECK(split("水道\n電力\r\n港") == Texts{"水道", "電力", "港"});
  CHECK(split("本当！？はい。。次") == Texts{"本当！？", "はい。。", "次"});
  CHECK(split("Really? Yes! OK") == Texts{"Really?", "Yes!", "OK"});
}

TEST_CASE("white space around a sentence is not its own; none is empty") {
  CHECK(split("　 水道。 　電力 \n \n　\n") == Texts{"水道。", "電力"});
  CHECK(split("").empty());
  CHECK(split(" \n　\t").empty());
}

TEST_CASE("inside brackets no sentence ends") {
  CHECK(split("彼は「行く。すぐ。」と言った。次") == Texts{"彼は「行く。すぐ。」と言った。", "次"});
  CHECK(split("水（飲める。きれい。)です。次") == Texts{"水（飲める。きれい。)です。", "次"});
  CHECK(split("『「あ。」い。』う。え") == Texts{"『「あ。」い。』う。", "え"});
}

TEST_CASE("a closing bracket after the end belongs to the sentence") {
  CHECK(split("です。）次") == Texts{"です。）", "次"});
}

TEST_CASE("a bracket without its partner holds nothing together") {
  CHECK(split("「あ。い。") == Texts{"「あ。", "い。"});
  CHECK(split("（あ。\nい）。う") == Texts{"（あ。", "い）。", "う"});
}

TEST_CASE("marks inside addresses end nothing") {
  CHECK(split("http://a.jp/w?v=1&x を見る。次") == Texts{"http://a.jp/w?v=1&x を見る。", "次"});
}

TEST_CASE("hostile text") {
  CHECK(split(std::string("\xFF。\xE3", 5)).size() == 2);
  CHECK(split(std::string(300000, '(')).size() == 1);
  std::string pairs;
  for (int i = 0; i < 100000; ++i) pairs += "(。";
  for (int i = 0; i < 100000; ++i) pairs += ")";
  CHECK(split(pairs).size() == 1);
}
