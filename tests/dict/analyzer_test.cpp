#include "dict/analyzer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "error/error.hpp"

using chiho::Analysis;
using chiho::Analyzer;
using chiho::Token;
using chiho::WordClass;

namespace {

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

std::string joined(const std::vector<std::string>& words, char separator = ' ') {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

std::string content(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : analyzer().analyze(text).tokens) {
    if (token.content) words.push_back(token.term);
  }
  return joined(words);
}

std::string compounds(const std::string& text) {
  std::vector<std::string> words;
  for (const chiho::Compound& compound : analyzer().analyze(text).compounds) words.push_back(compound.term);
  return joined(words);
}

Token only(const std::string& text) {
  const Analysis analysis = analyzer().analyze(text);
  CAPTURE(text);
  REQUIRE(analysis.tokens.size() == 1);
  return analysis.tokens[0];
}

}  // namespace

TEST_CASE("content words, in their base form") {
  const std::pair<const char*, const char*> cases[] = {
      {"地方自治体と連携した無償資金協力", "地方 自治体 連携 無償 資金 協力"},
      {"コンポンチャム浄水場", "コンポンチャム 浄水 場"},
      {"東京都の上水道", "東京 都 上水道"},  // ipadic keeps 上水道; 水道 is found in it by its letters
      {"外国の都市と交流したい", "外国 都市 交流"},
      {"支えた", "支える"},
      {"支援を行うことができる", "支援"},
      {"草の根技術協力", "草の根 技術 協力"},
      {"小中高生の外務省訪問", "小中高生 外務省 訪問"},
      {"美しかった港", "美しい 港"},
      {"ＯＤＡのセミナー", "oda セミナ"},
      {"これは何ですか。", ""},
      {"何州の幾人か", "州 人"},  // what asks for a word is none
      {"★ ・・・ ://", ""},
  };
  for (const auto& test : cases) {
    const auto& text = test.first;
    const auto& expected = test.second;
    CAPTURE(text);
    CHECK(content(text) == expected);
  }
}

TEST_CASE("compounds, whole") {
  const std::pair<const char*, const char*> cases[] = {
      {"地方自治体と連携した無償資金協力", "地方自治体 無償資金協力"},
      {"会宝産業株式会社", "会宝産業株式会社"},
      {"文化交流・海外広報課", "文化交流 海外広報課"},
      {"技術 協力", ""},
      {"技術\n協力", ""},
      {"平成29年度", "平成29年度"},
      {"B2BとG20", "b2b g20"},
      {"新制度", "新制度"},
      {"駐日外交団の対日理解", "駐日外交団 対日理解"},
  };
  for (const auto& test : cases) {
    const auto& text = test.first;
    const auto& expected = test.second;
    CAPTURE(text);
    CHECK(compounds(text) == expected);
  }
}

TEST_CASE("one spelling of a word is one term") {
  CHECK(only("コンピューター").term == only("コンピュータ").term);
  CHECK(only("サーバー").term == only("サーバ").term);
  CHECK(only("コピー").term == "コピー");  // three letters keep theirs
  CHECK(only("ﾎﾞﾗﾝﾃｨｱ").term == only("ボランティア").term);
  CHECK(content("縣廳") == content("県庁"));
}

TEST_CASE("numbers and Latin words are one token each") {
  CHECK(content("２０１８年13日") == "2018 年 13 日");
  CHECK(only("Internationalizationalizationalization").term == "internationalizationalizationalization");
  CHECK(only("12345678901234567890123456789012345").term.size() == 35);
  CHECK(analyzer().analyze(std::string(1000000, 'a')).tokens.size() > 1);  // data, no word; and in time
}

TEST_CASE("word classes") {
  const auto tokens = analyzer().analyze("水道を新しく支えているので、").tokens;
  REQUIRE(tokens.size() >= 7);
  CHECK(tokens[0].word_class == WordClass::noun);
  CHECK(tokens[1].word_class == WordClass::particle);
  CHECK(tokens[2].word_class == WordClass::predicate);
  CHECK(tokens[2].term == "新しい");
  CHECK(tokens[2].inflected);
  CHECK(tokens[3].term == "支える");
  CHECK(tokens[5].word_class == WordClass::other);  // いる, leaning on another verb
  CHECK(tokens[5].inflected);
  CHECK_FALSE(tokens[5].content);
  CHECK(tokens.back().word_class == WordClass::symbol);
  for (std::size_t i = 0; i < tokens.size(); ++i) CHECK(tokens[i].position == i);
}

TEST_CASE("a prefix alone is a word") {
  CHECK(content("新") == "新");
  CHECK(content("新制度") == "制度");
}

TEST_CASE("letters that ipadic does not know are words") {
  CHECK(content("한국") == "한국");
  CHECK(content("𩸽") == "𩸽");
  CHECK(content("スेティング").find("ティング") != std::string::npos);
}

TEST_CASE("readings") {
  CHECK(only("泡盛").reading == "アワモリ");
  CHECK(only("グヌヌポリ").reading == "グヌヌポリ");  // in no dictionary
  CHECK(only("ODA").reading.empty());
  std::string reading;
  for (const Token& token : analyzer().analyze("無償資金協力").tokens) reading += token.reading;
  CHECK(reading == "ムショウシキンキョウリョク");
}

TEST_CASE("offsets are those of the folded text") {
  const Analysis analysis = analyzer().analyze("㈱会宝の ＯＤＡ、無償資金協力");
  for (const Token& token : analysis.tokens) {
    if (token.word_class != WordClass::noun) continue;
    CHECK(analysis.folded.text.substr(token.offset, token.length) == token.term);
  }
  CHECK(analysis.tokens.back().term == "協力");
}

TEST_CASE("hostile text is analyzed") {
  CHECK(analyzer().analyze("").tokens.empty());
  CHECK(analyzer().analyze(std::string(1000, '\0')).tokens.empty());
  CHECK(content("\xFF\xFE水道\xE3") == "水道");
  std::string bytes;
  for (unsigned state = 1, i = 0; i < 100000; ++i) {
    state = state * 1664525U + 1013904223U;
    bytes += static_cast<char>(state >> 24);
  }
  CHECK_FALSE(analyzer().analyze(bytes).tokens.empty());
}

TEST_CASE("threads share an analyzer") {
  const std::string expected = content("地方自治体と連携した無償資金協力");
  std::vector<std::thread> threads;
  std::vector<int> agreed(4, 0);
  threads.reserve(agreed.size());
  for (int& count : agreed) {
    threads.emplace_back([&count, &expected] {
      for (int round = 0; round < 50; ++round) count += content("地方自治体と連携した無償資金協力") == expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(agreed == std::vector<int>(4, 50));
}

TEST_CASE("the fingerprint") {
  const std::string& fingerprint = analyzer().fingerprint();
  CHECK(fingerprint.starts_with("chiho-analyzer "));
  CHECK(std::ranges::all_of(fingerprint, [](char c) { return c >= 0x20 && c < 0x7F; }));
  CHECK(Analyzer().fingerprint() == fingerprint);
}

TEST_CASE("a missing dictionary is an I/O error") {
  auto paths = chiho::DictionaryPaths::standard();
  paths.words = "/nonexistent";
  try {
    const Analyzer missing(paths);
    FAIL("was opened");
  } catch (const chiho::Error& error) {
    CHECK(error.code() == chiho::ErrorCode::io);
    CHECK(error.message().ja.find("/nonexistent") != std::string::npos);
  }
}

// Each word of user.csv, alone and between others, comes out as it is listed.
TEST_CASE("our own words") {
  std::ifstream in(CHIHO_SOURCE_DIR "/dict/words/user.csv");
  REQUIRE(in);
  int words = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> column;
    std::istringstream columns(line);
    for (std::string value; std::getline(columns, value, ',');) column.push_back(value);
    CAPTURE(line);
    REQUIRE((column.size() == 13 || column.size() == 15));
    const std::string& surface = column[0];
    CHECK(chiho::folded(surface) == surface);
    CHECK(column[10] == surface);
    const Analysis analysis = analyzer().analyze(surface);
    std::vector<std::string> parts;
    std::string reading;
    for (const Token& token : analysis.tokens) {
      parts.push_back(analysis.folded.text.substr(token.offset, token.length));
      reading += token.reading;
    }
    CHECK(joined(parts, '/') == (column.size() == 15 ? column[13] : surface));
    CHECK(reading == column[11]);
    ++words;
  }
  CHECK(words > 100);
}
