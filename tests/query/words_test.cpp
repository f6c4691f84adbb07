#include "query/search/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "small_index.hpp"

namespace chiho::test {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("what was typed is cut to words: runs stay whole, sentences give their content words") {
  const SmallIndex index({page("a", "よさこいとくすり。むしょうの話。")});
  const std::vector<std::pair<std::string, Words>> examples{
      {"無償資金協力 水道", {"無償資金協力", "水道"}},
      {"外国の都市と交流したい", {"外国", "都市", "交流"}},
      {"地方自治体と連携した無償資金協力", {"地方自治体", "連携", "無償資金協力"}},
      {"アフリカの学生をインターンに受け入れるには?", {"アフリカ", "学生", "インターン", "受け入れる"}},
      {"支えた", {"支える"}},
      {"よさこい", {"よさこい"}},          // all kana, and known to the index
      {"03-5501-8373", {"03-5501-8373"}},  // not three numbers
      {"regionalatjapanhouse@mofa.go.jp", {"regionalatjapanhouse@mofa.go.jp"}},
      {"観光・物産", {"観光", "物産"}},
      {"「日本の匠」", {"日本", "匠"}},
      {"\"外国の都市\"", {"外国の都市"}},
      {"ＯＤＡ", {"ＯＤＡ"}},
      {"したい", {"したい"}},  // no content word: the letters themselves
      {"研修 研修", {"研修"}},
  };
  for (const auto& example : examples) {
    const auto& typed = std::get<0>(example);
    const auto& expected = std::get<1>(example);
    CAPTURE(typed);
    CHECK(index.answer(typed).words == expected);
  }
}

TEST_CASE("a kana or romaji word is also what is read so") {
  const SmallIndex index({page("a", "無償資金協力と泡盛、観光と刊行。ODA。井伊の字。")});
  const std::vector<std::pair<std::string, Words>> examples{
      {"あわもり", {"泡盛"}},
      {"アワモリ", {"泡盛"}},
      {"awamori", {"泡盛"}},
      {"むしょうしきん", {"無償資金"}},
      {"kankou", {"刊行", "観光"}},
      {"泡盛", {}},
      {"ODA", {}},
      {"ii", {"井伊"}},
      {"いい", {}},
      {"じ", {}},
  };
  for (const auto& example : examples) {
    const auto& typed = std::get<0>(example);
    const auto& expected = std::get<1>(example);
    CAPTURE(typed);
    Words read;
    for (const Expansion& expansion : index.answer(typed).expanded) read = expansion.as;
    std::ranges::sort(read);
    CHECK(read == expected);
  }
}

TEST_CASE("a pasted text is sought by its rarest words, whatever white space stands in it") {
  std::string text;
  for (int i = 1000; i < 1200; ++i) text += "語" + std::to_string(i) + "\n";
  std::vector<Record> records{page("whole", text), page("part", "語1007の話。")};
  for (int i = 0; i < 5; ++i) records.push_back(page("common-" + std::to_string(i), text.substr(0, text.size() / 2)));
  const SmallIndex index(std::move(records));
  const Answer answer = index.answer(text);
  CHECK(answer.words.size() == 64);
  // The second half of them stands in one record only.
  CHECK(std::ranges::all_of(answer.words, [](const std::string& word) { return word.starts_with("語11"); }));
  CHECK(answer.hits.at(0).record.id == "whole");
  CHECK(answer.match == MatchMode::all);
}

}  // namespace
}  // namespace chiho::test
