#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "query/render_json.hpp"
#include "query/render_table.hpp"
#include "query/render_text.hpp"

namespace chiho {
namespace {

Answer small_answer() {
  Answer answer;
  answer.query = "水道";
  answer.words = {"水道"};
  answer.expanded = {{"水道", {"上水道"}}};
  answer.total = 1;
  Hit hit;
  hit.rank = 1;
  hit.score = 1.5;
  hit.record.id = "2018-07/case/a";
  hit.record.type = RecordType::case_study;
  hit.record.edition = "2018-07";
  hit.record.title = "上水道, \"拡張\"計画";
  hit.record.page = 17;
  hit.record.office = {"甲課", "乙室"};
  hit.record.year = {2013, 2014, 2016};
  hit.snippet = {"上水道の話。", {{1, 3}}};
  hit.contacts = {{"甲課", "03-5501-8373", {"12", "34"}, "", "", 21}, {"乙室", "", {}, "", "", {}}};
  answer.hits = {hit};
  answer.facets[0] = {{"甲課", 1, true}};
  answer.editions = {{"2018-07", "冊子", "2018-07", {"総合室", "03-0000-0000", {}, "", "", 21}}};
  return answer;
}

TEST_CASE("JSON has every key of the contract, lists always lists, what is unknown null") {
  const auto json = nlohmann::json::parse(render_json(small_answer()));
  CHECK(json["format"] == "chiho-search/1");
  CHECK(json["query"]["expanded"]["水道"] == nlohmann::json::array({"上水道"}));
  CHECK(json["query"]["corrected"].is_null());
  CHECK(json["facets"].size() == 6);
  CHECK(json["facets"]["office"][0]["selected"] == true);
  CHECK(json["facets"]["need"] == nlohmann::json::array());
  const auto& hit = json["hits"][0];
  CHECK(hit["type"] == "case");
  CHECK(hit["page"] == 17);
  CHECK(hit["pdf_page"].is_null());
  CHECK(hit["procedure"].is_null());
  CHECK(hit["audience"] == nlohmann::json::array());
  CHECK(hit["year"] == nlohmann::json::array({2013, 2014, 2016}));
  CHECK(hit["snippet"]["highlights"] == nlohmann::json::parse("[[1,3]]"));
  CHECK(hit["contacts"][0]["extension"] == nlohmann::json::array({"12", "34"}));
  CHECK(hit["contacts"][1]["phone"].is_null());
}

TEST_CASE("JSON is valid whatever the input was") {
  Answer answer = small_answer();
  answer.query = "\xFF\x00\x1B \" \\";
  CHECK(nlohmann::json::accept(render_json(answer)));
}

TEST_CASE("tables quote what must be quoted") {
  const std::vector<std::string> columns{"rank", "title", "office", "page"};
  CHECK(render_csv(small_answer(), columns) ==
        "rank,title,office,page\r\n1,\"上水道, \"\"拡張\"\"計画\",甲課;乙室,17\r\n");
  Answer answer = small_answer();
  answer.hits[0].record.title = "a\tb\nc";
  CHECK(render_tsv(answer, {"title", "rank"}) == "title\trank\na b c\t1\n");
  CHECK(render_trec(answer, "q1") == "q1 Q0 2018-07/case/a 1 1.000000000 chiho-search\n");
}

TEST_CASE("people see title, printed page, marks, why it matched, and whom to call") {
  const std::string text = render_text(small_answer(), {});
  for (const char* shown : {"1. 上水道, \"拡張\"計画  [事業例]  p.17", "上【水道】の話。", "水道 → 上水道",
                            "甲課  03-5501-8373 内線12,34  p.21", "乙室  （この版に電話番号の記載はありません）",
                            "総合室  03-0000-0000", "2013–2014、2016", "2018年7月"}) {
    CAPTURE(shown);
    CHECK(text.find(shown) != std::string::npos);
  }
  CHECK(text.find('\x1b') == std::string::npos);
  TextStyle color;
  color.color = true;
  CHECK(render_text(small_answer(), color).find("上\x1b[1;33m水道\x1b[0mの話") != std::string::npos);
  TextStyle english;
  english.lang = Lang::en;
  CHECK(render_text(small_answer(), english).find("(no number in this edition)") != std::string::npos);
}

TEST_CASE("when nothing is found, the general contact is offered") {
  Answer answer = small_answer();
  answer.hits.clear();
  answer.total = 0;
  const std::string text = render_text(answer, {});
  CHECK(text.find("見つかりませんでした") != std::string::npos);
  CHECK(text.find("総合室  03-0000-0000") != std::string::npos);
}

}  // namespace
}  // namespace chiho
