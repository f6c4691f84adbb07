#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "query/show/render_json.hpp"
#include "query/show/render_text.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

Record scheme(const std::string& id, const std::string& title, const std::string& text) {
  Record record = page(id, text);
  record.type = RecordType::scheme;
  record.title = title;
  return record;
}

Record contact(const std::string& name) {
  Record record = page("contact", "");
  record.type = RecordType::contact;
  record.title = name;
  record.phone = "03-5501-8087";
  return record;
}

const SmallIndex& index() {
  static const SmallIndex shared(
      {scheme("grant", "無償資金協力", "上水道を作る無償資金協力です。"),
       scheme("city", "交流の会", "外国の都市と交流したい人の会です。給水の話も。"),
       page("tap", "水道の水。水道の管。"), contact("人事課"), page("staff", "人事課の研修。")},
      "水道 = 給水\n");
  return shared;
}

Answer explained(const std::string& query, SortOrder sort = SortOrder::relevance) {
  Request request;
  request.query = query;
  request.explain = true;
  request.sort = sort;
  return index().answer(request);
}

std::set<std::string> names(const Hit& hit) {
  std::set<std::string> all;
  for (const ScorePart& part : hit.explained->parts) all.insert(part.name);
  return all;
}

TEST_CASE("the parts of a score add up to it") {
  for (const char* query : {"水道", "無償資金協力 水道", "外国の都市と交流したい", "人事課", "人事課 電話", "すいどう",
                            "研修 OR 水道", "\"水道の管\"", "title:交流", "水"}) {
    CAPTURE(query);
    for (const auto sort : {SortOrder::relevance, SortOrder::page}) {
      const Answer answer = explained(query, sort);
      REQUIRE_FALSE(answer.hits.empty());
      for (const Hit& hit : answer.hits) {
        CAPTURE(hit.record.id);
        REQUIRE(hit.explained);
        double sum = 0;
        for (const ScorePart& part : hit.explained->parts) {
          sum += part.score;
          if (part.measured) CHECK(part.score == doctest::Approx(*part.measured * *part.weight));
        }
        CHECK(std::abs(sum - hit.score) < 1e-6);
      }
    }
  }
}

TEST_CASE("each part is there where something is given for it, under its word") {
  const Answer answer = explained("無償資金協力 水道");
  const Hit& grant = answer.hits.at(0);
  REQUIRE(grant.record.id == "grant");
  for (const char* name : {"words", "compounds", "bigrams", "inside", "pairs", "runs", "length"}) {
    CAPTURE(name);
    CHECK(names(grant).contains(name));
  }
  CHECK(names(explained("給水").hits.at(0)).contains("other_names"));
  CHECK_FALSE(names(grant).contains("wish"));
  for (const ScorePart& part : grant.explained->parts)
    if (part.name == "compounds") CHECK(part.word == "無償資金協力");
  CHECK(names(explained("外国の都市と交流したい").hits.at(0)).contains("wish"));
}

TEST_CASE("a hit's tier says what stands above all scores") {
  const Answer answer = explained("人事課");
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].record.id == "contact");
  CHECK(answer.hits[0].explained->tier == 2);
  CHECK(answer.hits[1].explained->tier == 1);
}

TEST_CASE("a query is explained as it was cut, read and expanded") {
  const Answer answer = explained("外国の都市と交流したい -研修 水道 \"水道の管\"");
  REQUIRE(answer.explained);
  REQUIRE(answer.explained->size() == 4);
  const auto& sentence = answer.explained->at(0);
  CHECK(sentence.kind == UnitKind::sentence);
  CHECK(sentence.wish);
  REQUIRE(sentence.words.size() == 3);
  CHECK(sentence.words[1].text == "都市");
  CHECK(sentence.words[1].reading == "トシ");
  CHECK(answer.explained->at(1).kind == UnitKind::excluded);
  const auto& word = answer.explained->at(2).words.at(0);
  REQUIRE(word.forms.size() == 2);
  CHECK(word.forms[0].kind == "itself");
  CHECK(word.forms[0].records == 2);  // 上水道 holds it too
  CHECK(word.forms[1].text == "給水");
  CHECK(word.forms[1].kind == "synonym");
  CHECK(word.forms[1].records == 1);
  CHECK(answer.explained->at(3).kind == UnitKind::phrase);
  const Answer compound = explained("無償資金協力");
  CHECK(compound.explained->at(0).words.at(0).cut == std::vector<std::string>{"無償", "資金", "協力"});
}

TEST_CASE("what was not asked for is not explained") {
  const Answer answer = index().answer("水道");
  CHECK_FALSE(answer.explained);
  for (const Hit& hit : answer.hits) CHECK_FALSE(hit.explained);
  CHECK(render_json(answer).find("explain") == std::string::npos);
}

TEST_CASE("people read what a score is made of, and why a hit follows another") {
  const std::string text = render_text(explained("無償資金協力 水道"), {});
  for (const char* shown : {"[語] 無償資金協力", "無償|資金|協力  ムショウシキンキョウリョク", "同義語: 給水 1件",
                            "評点 ", "語どうしの近さ", "前の件までは、すべての語に一致"}) {
    CAPTURE(shown);
    CHECK(text.find(shown) != std::string::npos);
  }
  CHECK(render_text(explained("水道"), {}).find("前の件との差 -") != std::string::npos);
  CHECK(render_text(explained("人事課"), {}).find("名前や番号で問われた連絡先") != std::string::npos);
  TextStyle english;
  english.lang = Lang::en;
  CHECK(render_text(explained("水道"), english).find("against the hit before") != std::string::npos);
  CHECK(render_text(explained("\x1b[31m水道"), {}).find('\x1b') == std::string::npos);
}

TEST_CASE("JSON explains under the key explain") {
  const auto json = nlohmann::json::parse(render_json(explained("水道")));
  CHECK(json["explain"]["units"][0]["kind"] == "word");
  CHECK(json["explain"]["units"][0]["words"][0]["forms"][1]["text"] == "給水");
  CHECK(json["hits"][0]["explain"]["tier"] == 1);
  CHECK(json["hits"][0]["explain"]["parts"][0]["part"] == "words");
}

}  // namespace
}  // namespace chiho::test
