#include "query/search/snippet.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "query/search/matches.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

// The snippet with its marks as [brackets], counted in code points as the marks are.
std::string marked(const Snippet& snippet) {
  std::string result;
  std::size_t position = 0;
  const auto mark = [&](bool end) {
    for (const Highlight& highlight : snippet.highlights)
      if ((end ? highlight.end : highlight.begin) == position) result += end ? "]" : "[";
  };
  for (const char c : snippet.text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      mark(true);
      mark(false);
      ++position;
    }
    result += c;
  }
  mark(true);
  return result;
}

std::string snippet_of(Record record, const std::string& query) {
  record.id = "a";
  const SmallIndex index({record});
  const Answer answer = index.answer(query);
  REQUIRE(answer.hits.size() == 1);
  return marked(answer.hits[0].snippet);
}

TEST_CASE("matches are marked letter by letter, in whatever way they are written") {
  const std::vector<std::array<std::string, 3>> examples{
      {"カンボジアの上水道。", "水道", "カンボジアの上[水道]。"},
      {"地域を支えた人。", "支える", "地域を[支え]た人。"},
      {"ﾊﾝｶｸとＯＤＡ。", "ハンカク oda", "[ﾊﾝｶｸ]と[ＯＤＡ]。"},
      {"㈱会宝産業", "会宝産業", "㈱[会宝産業]"},
      {"廣島縣の話", "広島県", "[廣島縣]の話"},
      {"泡盛の会", "あわもり", "[泡盛]の会"},
      {"が か\u3099 か ガ", "が", "[が] [か\u3099] か [ガ]"},
      {"𠮷野家と𩸽", "𩸽", "𠮷野家と[𩸽]"},
      {"水道水道", "水道", "[水道水道]"},  // marks that touch are one
      {"資金と協力、資金協力。", "資金 協力", "[資金]と[協力]、[資金協力]。"},
  };
  for (const auto& example : examples) {
    const auto& text = std::get<0>(example);
    const auto& query = std::get<1>(example);
    const auto& expected = std::get<2>(example);
    CAPTURE(query);
    Record record;
    record.text = text;
    CHECK(snippet_of(record, query) == expected);
  }
}

TEST_CASE("a snippet is whole sentences around the words, not the beginning of the text") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "ここには何も書かれていない長めの文がただ続いていきます。";
  text += "カンボジアの水道です。";
  for (int i = 0; i < 20; ++i) text += "そのあとにも同じような文がずっと続いていきます。";
  Record record;
  record.text = text;
  const std::string snippet = snippet_of(record, "水道");
  CHECK(snippet.starts_with("カンボジアの[水道]です。"));
  CHECK(snippet.ends_with("。"));
  CHECK(snippet.size() < 3 * 2 * longest_snippet);
}

TEST_CASE("a sentence too long to show is cut at words, around its match") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "自治体と企業と大学と、";
  text += "水道と、";
  for (int i = 0; i < 100; ++i) text += "自治体と企業と大学と、";
  Record record;
  record.text = text;
  const std::string snippet = snippet_of(record, "水道");
  CHECK(snippet.find("[水道]") != std::string::npos);
  CHECK(snippet.starts_with("…"));
  CHECK(snippet.ends_with("…"));
}

TEST_CASE("where the text does not hold the word, what does is shown") {
  Record record;
  record.text = "語学指導などを行う青年を招く。";
  record.need = {"外国語指導助手等を受け入れたい"};
  CHECK(snippet_of(record, "外国語指導助手") == "[外国語指導助手]等を受け入れたい");
  Record titled;
  titled.title = "草の根技術協力";
  titled.text = "住民のための事業。";
  CHECK(snippet_of(titled, "草の根技術協力") == "住民のための事業。");
}

TEST_CASE("paragraphs are joined by a space, only for words that the first does not hold") {
  Record record;
  record.text = "水道の計画。\n場所 カンボジア\n別名: 上水の計画\n";
  CHECK(snippet_of(record, "計画") == "水道の[計画]。");
  CHECK(snippet_of(record, "水道 カンボジア") == "[水道]の計画。 場所 [カンボジア]");
}

}  // namespace
}  // namespace chiho::test
