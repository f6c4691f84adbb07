#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "small_index.hpp"

namespace chiho::test {
namespace {

using Ids = std::set<std::string>;

Ids found(const SmallIndex& index, const std::string& query) {
  const auto ids = index.ids(query);
  return {ids.begin(), ids.end()};
}

void check(const SmallIndex& index, const std::vector<std::pair<std::string, Ids>>& examples) {
  for (const auto& example : examples) {
    const auto& query = std::get<0>(example);
    const auto& expected = std::get<1>(example);
    CAPTURE(query);
    CHECK(found(index, query) == expected);
  }
}

TEST_CASE("a word is found whatever okurigana it stands or is typed with") {
  const SmallIndex index({
      page("noun", "学生の受け入れ。"),
      page("short", "学生の受入れ。"),
      page("bare", "学生の受入。"),
      page("verb", "学生を受け入れた。"),
      page("apply", "郵便で申込みます。"),
      page("applied", "郵便で申し込んだ。"),
      page("application", "申込は郵便で。"),
      page("meeting", "打ち合わせの日。"),
      page("do", "会を催す。見学を行なう。"),
      page("begin", "出発の日が変る。"),
  });
  const Ids accepted{"noun", "short", "bare", "verb"};
  const Ids applied{"apply", "applied", "application"};
  check(index, {
                   {"受け入れ", accepted},
                   {"受入れ", accepted},
                   {"受入", accepted},
                   {"受け入れる", accepted},
                   {"受けいれた", {"verb"}},
                   {"学生を受け入れるには?", accepted},
                   {"申込", applied},
                   {"申込み", applied},
                   {"申し込み", applied},
                   {"申し込む", applied},
                   {"申し込みたい", applied},
                   {"打合せ", {"meeting"}},
                   {"打合わせ", {"meeting"}},
                   {"変わる", {"begin"}},
                   {"変った", {"begin"}},
               });
}

TEST_CASE("a repeated letter is found however it is written") {
  const SmallIndex index({
      page("mark", "時々開く市。"),
      page("twice", "時時開く市。"),
      page("kana", "町をさゝえる。"),
      page("name", "いすゞの車。"),
      page("whole", "民主主義の話。"),
  });
  const Ids sometimes{"mark", "twice"};
  check(index, {
                   {"時々", sometimes},
                   {"時時", sometimes},
                   {"\"時々\"", {"mark"}},
                   {"ささえる", {"kana"}},
                   {"さゝえる", {"kana"}},
                   {"いすず", {"name"}},
                   {"民主主義", {"whole"}},
               });
}

TEST_CASE("a verb or adjective is found by its reading, however it is inflected") {
  const SmallIndex index({
      page("support", "地域の活動を支えた人たち。"),
      page("accept", "学生を受け入れます。"),
      page("new", "新しい町。"),
      page("be", "部屋に居る。"),
  });
  check(index, {
                   {"ささえる", {"support"}},
                   {"ささえて", {"support"}},
                   {"ササエル", {"support"}},
                   {"sasaeru", {"support"}},
                   {"地域をささえたい", {"support"}},
                   {"うけいれ", {"accept"}},
                   {"ukeire", {"accept"}},
                   {"あたらしい", {"new"}},
                   {"atarasii", {"new"}},
                   {"いる", {}},  // too short to tell
               });
}

TEST_CASE("what only shares kanji, or only sounds alike, is another word") {
  const SmallIndex index({
      page("bear", "子を生む。"),
      page("born", "子が生まれる。"),
      page("enter", "部屋に入る。"),
      page("insert", "部屋に入れる。"),
      page("story", "昔の話。"),
      page("tell", "昔を話す。"),
      page("green", "グリーンの服。"),
      page("key", "かぎの型。"),
      page("oyster", "かきの殻。"),
      page("raise", "旗を上げる。"),
      page("fly", "油で揚げる。"),
  });
  check(index, {
                   {"生む", {"bear"}},
                   {"生まれた", {"born"}},
                   {"入る", {"enter"}},
                   {"入れる", {"insert"}},
                   {"話す", {"tell"}},
                   {"リング", {}},
                   {"かき", {"oyster"}},
                   {"かぎ", {"key"}},
                   {"揚げる", {"fly"}},
                   {"上げた", {"raise"}},
                   {"\"受入\"", {}},
               });
}

TEST_CASE("a number is found however it is written") {
  const SmallIndex index({
      page("kanji", "十一月の第十四回です。"),
      page("digits", "11月の第14回です。"),
      page("other", "二十一月の第114回です。"),
      page("people", "三千人が来た。"),
      page("comma", "3,000人が来た。"),
      page("countries", "百二十か国から。"),
      page("year", "平成二十九年度の会。"),
      page("mie", "三重県の四国、八王子、千葉、一般。赤十字。"),
  });
  const Ids november{"kanji", "digits"};
  check(index, {
                   {"十一月", {"kanji", "digits", "other"}},  // 二十一月 has the letters as they were typed
                   {"１１月", november},
                   {"11月", november},
                   {"第14回", november},
                   {"第十四回", november},
                   {"3000人", {"people", "comma"}},
                   {"三千人", {"people", "comma"}},
                   {"3千人", {"people", "comma"}},
                   {"120か国", {"countries"}},
                   {"平成29年度", {"year"}},
                   {"2017年度", {"year"}},
                   {"平成二十九年度", {"year"}},
                   {"3重県", {}},
                   {"3人", {}},
                   {"10", {}},
                   {"三重県", {"mie"}},
               });
}

TEST_CASE("another spelling is shown as an expansion, marked, and ranks below the word itself") {
  const SmallIndex index({page("other", "留学生の受け入れについて。"), page("itself", "留学生の受入れについて。"),
                          page("month", "会は十一月。"), page("none", "料理。"), page("none-2", "音楽。")});
  const Answer answer = index.answer("受入れ");
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].record.id == "itself");
  CHECK(answer.hits[1].snippet.highlights == std::vector<Highlight>{{4, 8}});
  REQUIRE(answer.expanded.size() == 1);
  CHECK(answer.expanded[0].word == "受入れ");
  CHECK(answer.expanded[0].as.at(0) == "受け入れ");
  const Answer month = index.answer("11月");
  REQUIRE(month.expanded.size() == 1);
  CHECK(month.expanded[0].as == std::vector<std::string>{"十一月"});
  CHECK(month.hits.at(0).snippet.highlights == std::vector<Highlight>{{2, 5}});
}

}  // namespace
}  // namespace chiho::test
