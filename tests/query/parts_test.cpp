#include "query/search/parts.hpp"

#include <doctest/doctest.h>

#include <set>

#include "small_index.hpp"

namespace chiho::test {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("a compound that stands nowhere is found by its parts, all in one record, and the answer says so") {
  const SmallIndex index({page("a", "外務省の話。"), page("b", "見学の話。外務省へ。"), page("c", "補助の話。資金。"),
                          page("d", "設立。当初の予算。")});
  const Answer answer = index.answer("外務省見学");
  CHECK(answer.match == MatchMode::all);
  CHECK(answer.total == 1);
  CHECK(answer.hits.at(0).record.id == "b");
  CHECK_FALSE(answer.corrected);
  REQUIRE(answer.expanded.size() == 1);
  CHECK(answer.expanded[0].word == "外務省見学");
  CHECK(std::set<std::string>(answer.expanded[0].as.begin(), answer.expanded[0].as.end()) ==
        std::set<std::string>{"外務省", "見学"});
  CHECK(index.ids("設立当初時") == Strings{"d"});  // a letter may be left over beside two words
}

TEST_CASE("a compound that does stand somewhere is whole") {
  const SmallIndex index({page("whole", "外務省見学の案内。"), page("apart", "見学の話。外務省へ。")});
  CHECK(index.ids("外務省見学") == Strings{"whole"});
}

TEST_CASE("a compound of which a word stands nowhere, or no word but one and a letter, is not cut") {
  Record titled = page("c", "補助の話。資金。お金。");
  titled.title = "資金、補助";
  const SmallIndex index({titled});
  for (const char* whole : {"補助金", "無償資金協力", "\"補助資金\"", "title:補助資金"}) {
    CAPTURE(whole);
    CHECK_FALSE(index.answer(whole).corrected);
    CHECK(index.answer(whole).total == 0);
  }
  CHECK(index.ids("話 -補助資金") == Strings{"c"});
}

TEST_CASE("a part in kana is a word of its own, not letters inside another") {
  const SmallIndex index({page("letters", "外務省のホテルズの話。"), page("word", "外務省とホテルの話。")});
  CHECK(index.ids("外務省ホテル") == Strings{"word"});
}

TEST_CASE("parts that stand in no record together are searched apart, and said so") {
  const SmallIndex index({page("a", "外務省の話。"), page("b", "見学の話。")});
  const Answer answer = index.answer("外務省見学");
  CHECK(answer.corrected == "外務省 見学");
  CHECK(answer.query == "外務省見学");
  CHECK(answer.match == MatchMode::any);
  CHECK(answer.total == 2);
}

TEST_CASE("where nothing else is found, the words that are most of a compound are searched, and said so") {
  const SmallIndex index({page("a", "産地の話。"), page("b", "協力の話。")});
  CHECK(index.answer("産地証明").corrected == "産地");
  CHECK_FALSE(index.answer("無償資金協力").corrected);  // two letters of six
}

TEST_CASE("beyond what matches some word come records that hold parts of a compound") {
  const SmallIndex index({page("one", "水道の話。"), page("part", "資金の話。"), page("none", "料理の話。")});
  const Answer answer = index.answer("資金援助 水道");
  CHECK(answer.match == MatchMode::any);
  CHECK(answer.total == 1);
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].record.id == "one");
  CHECK(answer.hits[1].record.id == "part");
  CHECK_FALSE(answer.hits[1].matched_all);
}

}  // namespace
}  // namespace chiho::test
