#include "query/search/searcher.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include "dict/normalize.hpp"
#include "error/error.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

using Ids = std::vector<std::string>;

std::set<std::string> set_of(const Ids& ids) {
  return {ids.begin(), ids.end()};
}

TEST_CASE("a word is found in whatever way it stands in a text, and nowhere else") {
  const SmallIndex index({
      page("compound", "カンボジアの上水道を広げる計画です。"),
      page("half-width", "ﾊﾝｶｸの文字とＯＤＡ。"),
      page("old", "廣島縣の髙橋さん。"),
      page("inflected", "地域の活動を支えた人たち。"),
      page("money", "資金を集めた。"),
      page("awamori", "泡盛を味わう。"),
      page("grant", "無償資金協力の案件。"),
      page("festival", "よさこい鳴子踊りを見た。"),
      page("green", "グリーンの服。"),
      page("sound", "かきとカキ。"),
      page("voiced", "かぎをなくした。"),
      page("house", "ジャパン・ハウスの展示。"),
      page("tweet", "Twitterで発信。"),
      page("computers", "IT企業の support を受ける。"),
      page("good", "いい天気だ。"),
      page("dialect", "いいえと言う。まちづくり。"),
  });
  const std::vector<std::pair<std::string, std::set<std::string>>> examples{
      {"水道", {"compound"}},  // a part of a longer word
      {"上水", {"compound"}},
      {"広島県", {"old"}},
      {"廣島縣", {"old"}},
      {"高橋", {"old"}},
      {"ハンカク", {"half-width"}},
      {"oda", {"half-width"}},
      {"支える", {"inflected"}},
      {"支えて", {"inflected"}},
      {"無償資金協力", {"grant"}},  // not what has only 資金
      {"資金", {"grant", "money"}},
      {"償資", {"grant"}},  // letters across words
      {"アワモリ", {"awamori"}},
      {"あわもり", {"awamori"}},
      {"awamori", {"awamori"}},
      {"むしょうしきん", {"grant"}},
      {"musho shikin", {"grant"}},
      {"よさこい", {"festival"}},
      {"さこ", {"festival"}},
      {"盛", {"awamori"}},   // one letter
      {"リング", {}},        // not グリーン
      {"かぎ", {"voiced"}},  // が is not か
      {"水道 カンボジア", {"compound"}},
      {"\"資金協力\"", {"grant"}},
      {"\"協力資金\"", {}},
      {"資金 -無償", {"money"}},
      {"すいどう", {"compound"}},  // the reading of a part of a word
      {"suido", {"compound"}},
      {"ジャパンハウス", {"house"}},  // ・ in a name makes no difference
      {"ジャパン・ハウス", {"house"}},
      {"いんたーん", {}},
      {"it", {"computers"}},  // not in twitter
      {"IT OR or", {"computers"}},
      {"itter", {"tweet"}},
      {"title:it", {}},
      {"泡盛 OR よさこい", {"awamori", "festival"}},
      {"補助金", {}},
      {"いい", {"good"}},     // names nothing: no part of いいえ
      {"まち", {"dialect"}},  // a noun may be a part
      {"。",
       {"compound", "half-width", "old", "inflected", "money", "awamori", "grant", "festival", "green", "sound",
        "voiced", "house", "tweet", "computers", "good", "dialect"}},
  };
  for (const auto& example : examples) {
    const auto& query = std::get<0>(example);
    const auto& expected = std::get<1>(example);
    CAPTURE(query);
    CHECK(set_of(index.ids(query)) == expected);
  }
}

TEST_CASE("a word that stands nowhere is found nowhere, whatever stands beside it") {
  Record titled = page("a", "水道とボランティア。JICA です。");
  titled.office = {"人事課"};
  const SmallIndex index({titled, page("b", "料理。")});
  for (const std::string query : {"03-1234-5678", "\"JICA ボランティア\"", "R&D", "が好き", "p.17", "2018-07",
                                  "りようする", "title:水道", "foo:bar", "カレー", "office:人事課 カレー"}) {
    CAPTURE(query);
    const Answer answer = index.answer(query);
    CHECK(answer.total == 0);
    CHECK(answer.hits.empty());
    for (const auto& counts : answer.facets)
      for (const FacetCount& count : counts) CHECK(count.count <= 1);
  }
  CHECK(index.ids("水道 -カレー") == Ids{"a"});
  CHECK(set_of(index.ids("-カレー")) == std::set<std::string>{"a", "b"});
  CHECK(index.ids("-料理") == Ids{"a"});
}

TEST_CASE("kana without spaces is one word, or several, as the index knows them") {
  const SmallIndex index({page("band", "ポルトガルの良いバンド。"), page("land", "ポルトガル本土の話。"),
                          page("seminar", "地域の魅力発信セミナー。"), page("home", "ふるさとの話。")});
  const std::vector<std::pair<std::string, std::string>> examples{
      {"ポルトガルのバンド", "band"}, {"ちいきのみりょく", "seminar"}, {"みりょくはっしんセミナー", "seminar"},
      {"ふるさと", "home"},           {"ほんどのぽるとがる", "land"},
  };
  for (const auto& example : examples) {
    const auto& query = std::get<0>(example);
    const auto& id = std::get<1>(example);
    CAPTURE(query);
    CHECK_FALSE(index.answer(query).corrected);
    CHECK(index.ids(query) == Ids{id});
  }
}

TEST_CASE("a slip is mended where nothing else is found, and offered where something is") {
  const SmallIndex index({page("grant", "無償資金協力の案件。"), page("trainee", "外交実務研修員の制度。"),
                          page("awamori", "泡盛の会。"), page("sns", "Instagramで発信。"),
                          page("tour", "プレスツアーの記事。"), page("volunteer", "ボランティアの声。"),
                          page("water", "上水道の話。"), page("cocktail", "ハンドブックとカクテル。")});
  const std::vector<std::pair<std::string, std::string>> mended{
      {"無償資金強力", "無償資金協力"},
      {"外交実務研究員", "外交実務研修員"},
      {"awamoli", "泡盛"},
      {"Instgram", "instagram"},
      {"プレスツワー", "プレスツアー"},
      {"ボランテイア", "ボランティア"},
      {"上水同", "上水道"},
  };
  for (const auto& example : mended) {
    const auto& typed = std::get<0>(example);
    const auto& meant = std::get<1>(example);
    CAPTURE(typed);
    CHECK(index.answer(typed).corrected == meant);
    CHECK(index.answer(typed).total == 1);
  }
  for (const char* no_slip : {"補助金", "音楽", "カレー", "経済", "ハンカク"}) {
    CAPTURE(no_slip);
    CHECK_FALSE(index.answer(no_slip).corrected);
    CHECK(index.answer(no_slip).total == 0);
  }
  const Answer offered = index.answer("無償資金強力 泡盛");
  CHECK_FALSE(offered.corrected);
  CHECK(offered.suggestions == Ids{"無償資金協力 泡盛"});
}

TEST_CASE("every run of letters that stands in the corpus is found") {
  const std::vector<Record> records{
      page("a",
           "外務省（本省及び在外公館）では、地方自治体職員を受け入れています。会宝産業(株)、Cappa、TICADⅣ、ゴルゴ13。"),
      page("b", "よさこい鳴子踊り・九谷焼／会津塗のブローチ、03-5501-8373、①平成26年7月～平成29年3月。"),
  };
  const SmallIndex index(records);
  const auto seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  for (const Record& record : records) {
    const std::string text = folded(record.text);
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    for (int round = 0; round < 100; ++round) {
      std::uniform_int_distribution<std::size_t> pick(0, starts.size() - 2);
      const std::size_t first = pick(random);
      const std::size_t last = std::min(starts.size() - 1, first + 1 + pick(random) % 8);
      const std::string run = text.substr(starts[first], starts[last] - starts[first]);
      if (run.find_first_of(" \"-:") != std::string::npos) continue;
      // So short a piece of a Latin word is not looked for.
      if (run.size() <= 3 && std::ranges::all_of(run, [](char c) { return c >= 'a' && c <= 'z'; })) continue;
      CAPTURE(run);
      CHECK(set_of(index.ids(run)).contains(record.id));
    }
  }
}

TEST_CASE("auto: the records that match every word are the result, the best of the rest fill the page") {
  const SmallIndex index({page("both", "水道の料理。"), page("first", "水道の話。"), page("second", "料理の話。"),
                          page("none", "音楽。")});
  const Answer answer = index.answer("水道 料理");
  CHECK(answer.match == MatchMode::all);
  CHECK(answer.total == 1);
  REQUIRE(answer.hits.size() == 3);
  CHECK(answer.hits[0].record.id == "both");
  CHECK(answer.hits[0].matched_all);
  CHECK_FALSE(answer.hits[1].matched_all);
  CHECK(answer.hits[2].rank == 3);

  const Answer neither = index.answer("水道 音楽");
  CHECK(neither.match == MatchMode::any);
  CHECK(neither.total == 3);

  Request second_page;
  second_page.query = "水道 料理";
  second_page.offset = 1;
  second_page.limit = 1;
  const Answer page_two = index.answer(second_page);
  CHECK(page_two.total == 1);
  REQUIRE(page_two.hits.size() == 1);
  CHECK(page_two.hits[0].rank == 2);
  CHECK_FALSE(page_two.hits[0].matched_all);
}

TEST_CASE("letters inside a word are looked for in the text, and are of the rest where there is nothing better") {
  const SmallIndex index({page("both", "水道とよさこい。"), page("water", "水道の話。"),
                          page("apart", "水道のさこで、こい。"), page("dance", "よさこい鳴子踊り。"),
                          page("none", "さこで、こい。")});
  const Answer answer = index.answer("水道 さこい");
  CHECK(answer.total == 1);
  REQUIRE(answer.hits.size() == 4);
  CHECK(answer.hits[0].record.id == "both");
  std::set<std::string> rest;
  for (std::size_t i = 1; i < answer.hits.size(); ++i) rest.insert(answer.hits[i].record.id);
  CHECK(rest == std::set<std::string>{"water", "apart", "dance"});
}

Record record(const std::string& id, RecordType type, const std::string& title, const std::string& text) {
  Record made = page(id, text);
  made.type = type;
  made.title = title;
  return made;
}

TEST_CASE("a contact leads only for its own name or number, or when a contact is asked for") {
  Record scheme = record("scheme", RecordType::scheme, "研修制度", "研修を行う。研修の担当は人事課。");
  Record contact = record("contact", RecordType::contact, "人事課", "研修");
  contact.office = {"人事課"};
  contact.phone = "03-5501-8087";
  const SmallIndex index({scheme, contact});
  CHECK(index.ids("研修") == Ids{"scheme", "contact"});
  CHECK(index.ids("人事課") == Ids{"contact", "scheme"});
  CHECK(index.ids("03-5501-8087") == Ids{"contact"});
  CHECK(index.ids("0355018087") == Ids{"contact"});
  CHECK(index.ids("研修 電話") == Ids{"contact"});
}

TEST_CASE("equals are ranked scheme, case, contact") {
  const SmallIndex index({record("s", RecordType::scheme, "", "水"), record("c", RecordType::case_study, "", "水"),
                          record("k", RecordType::contact, "", "水")});
  Request everything;
  everything.filters[Field::type] = {{"page", true}};
  std::vector<std::string> ids;
  for (const Hit& hit : index.answer(everything).hits) ids.push_back(hit.record.id);
  CHECK(ids == Ids{"s", "c", "k"});
}

TEST_CASE("synonyms are found below the word itself, and can be switched off") {
  const std::vector<Record> records{page("abbreviation", "ODAの案件。"), page("full", "政府開発援助の案件。"),
                                    page("other", "料理。")};
  const SmallIndex with(records, "政府開発援助 = ODA\n grant aid = 無償資金協力\n");
  CHECK(with.ids("政府開発援助") == Ids{"full", "abbreviation"});
  CHECK(with.ids("ODA") == Ids{"abbreviation", "full"});
  const Answer answer = with.answer("政府開発援助");
  REQUIRE(answer.expanded.size() == 1);
  CHECK(answer.expanded[0].word == "政府開発援助");
  CHECK(answer.expanded[0].as == Ids{"oda"});
  CHECK(SmallIndex(records).ids("政府開発援助") == Ids{"full"});
}

TEST_CASE("a synonym of several words is found for them together") {
  const SmallIndex index(
      {page("grant", "無償資金協力の案件。"), page("aid", "food aid only"), page("both", "an aid by grant")},
      "grant aid = 無償資金協力\n");
  CHECK(set_of(index.ids("grant aid")) == std::set<std::string>{"grant", "both"});
}

TEST_CASE("an answer says inside which word a part was found") {
  const SmallIndex index({page("a", "上水道とインターンシップ。")});
  const Answer answer = index.answer("水道 インターン");
  REQUIRE(answer.expanded.size() == 2);
  CHECK(answer.expanded[0].as == Ids{"上水道"});
  CHECK(answer.expanded[1].as == Ids{"インターンシップ"});
}

TEST_CASE("counts of facets are exact, and a facet's own filter leaves its own counts alone") {
  std::vector<Record> records;
  const auto seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  const Ids offices{"甲課", "乙室", "丙局"};
  for (int i = 0; i < 60; ++i) {
    Record made = page(std::to_string(i), random() % 2 == 0 ? "水道" : "道路");
    for (const auto& office : offices)
      if (random() % 3 == 0) made.office.push_back(office);
    for (int year = 2010; year < 2014; ++year)
      if (random() % 3 == 0) made.year.push_back(year);
    records.push_back(made);
  }
  const SmallIndex index(records);
  Request request;
  request.query = "水道";
  request.filters[Field::office] = {{"甲課", false}, {"乙室", false}};
  request.filters[Field::year] = {{"2011..2012", false}};
  const Answer answer = index.answer(request);

  const auto has = [](const auto& list, const auto& value) { return std::ranges::find(list, value) != list.end(); };
  const auto by_office = [&](const Record& made) { return has(made.office, "甲課") || has(made.office, "乙室"); };
  const auto by_year = [&](const Record& made) { return has(made.year, 2011) || has(made.year, 2012); };
  const auto water = [](const Record& made) { return made.text == "水道"; };
  CHECK(answer.total == static_cast<std::uint64_t>(std::ranges::count_if(records, [&](const Record& made) {
          return water(made) && by_office(made) && by_year(made);
        })));
  for (const FacetCount& count : answer.facets[0]) {
    CAPTURE(count.value);
    CHECK(count.count == static_cast<std::uint64_t>(std::ranges::count_if(records, [&](const Record& made) {
            return water(made) && by_year(made) && has(made.office, count.value);
          })));
    CHECK(count.selected == (count.value != "丙局"));
  }
  for (const FacetCount& count : answer.facets[3]) {
    CAPTURE(count.value);
    CHECK(count.count == static_cast<std::uint64_t>(std::ranges::count_if(records, [&](const Record& made) {
            return water(made) && by_office(made) && has(made.year, std::stoi(count.value));
          })));
  }
}

TEST_CASE("an unknown name is refused with the nearest, never guessed") {
  Record made = page("a", "水道");
  made.office = {"開発協力総括課"};
  const SmallIndex index({made});
  Request request;
  request.filters[Field::office] = {{"開発協力課", false}};
  try {
    static_cast<void>(index.answer(request));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(error.hint().ja.find("開発協力総括課") != std::string::npos);
  }
}

TEST_CASE("the newest edition of a series answers, unless another is named; plain documents always do") {
  std::vector<Edition> editions(2);
  editions[0].id = editions[0].date = "2018-07";
  editions[1].id = editions[1].date = "2019-07";
  editions[0].series = editions[1].series = "series";
  Record old = page("2018-07/page/a", "水道");
  old.edition = "2018-07";
  Record fresh = page("2019-07/page/a", "水道");
  fresh.edition = "2019-07";
  const SmallIndex index({old, fresh, page("plain", "水道")}, "", editions);
  CHECK(set_of(index.ids("水道")) == std::set<std::string>{"2019-07/page/a", "plain"});
  Request request;
  request.query = "水道";
  request.edition = "2018-07";
  CHECK(index.answer(request).total == 2);
  CHECK(index.answer(request).hits[0].record.id == "2018-07/page/a");
  request.edition = "all";
  CHECK(index.answer(request).total == 3);
  request.edition = "2017-07";
  CHECK_THROWS_AS(static_cast<void>(index.answer(request)), Error);
}

TEST_CASE("title: looks in titles alone") {
  const SmallIndex index({record("title", RecordType::page, "水道の整備", "計画。"),
                          record("text", RecordType::page, "計画", "水道の整備。")});
  CHECK(index.ids("title:水道") == Ids{"title"});
  CHECK(index.ids("計画 -title:水道") == Ids{"text"});
}

TEST_CASE("an index made by another analyzer is refused") {
  const SmallIndex index({page("a", "水道")});
  Metadata other = index.index().metadata();
  CHECK(other.fingerprint == analyzer().fingerprint());
  other.fingerprint = "chiho-analyzer 0";
  CHECK(other != index.index().metadata());
}

}  // namespace
}  // namespace chiho::test
