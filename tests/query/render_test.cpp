#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "dict/line_layout.hpp"
#include "query/show/render_json.hpp"
#include "query/show/render_table.hpp"
#include "query/show/render_text.hpp"

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
  CHECK(csv_rows({columns}) == "rank,title,office,page\r\n");
  CHECK(csv_rows(hit_rows(small_answer(), columns)) == "1,\"上水道, \"\"拡張\"\"計画\",甲課;乙室,17\r\n");
  Answer answer = small_answer();
  answer.hits[0].record.title = "a\tb\nc";
  CHECK(tsv_rows(hit_rows(answer, {"title", "rank", "contacts", "matched_all"})) ==
        "a b c\t1\t甲課 03-5501-8373;乙室\ttrue\n");
  CHECK(csv_rows(facet_rows(answer, {Field::office, Field::year})) ==
        "facet,value,count,selected\r\noffice,甲課,1,true\r\n");
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

TEST_CASE("the fields of a hit can be chosen, in every form") {
  const JsonStyle chosen{{"title", "text", "contacts"}, {}, nullptr};
  const auto json = nlohmann::json::parse(render_json(small_answer(), chosen));
  CHECK(json["fields"] == nlohmann::json::array({"title", "text", "contacts"}));
  CHECK(json["hits"][0].size() == 3);
  CHECK(json["hits"][0]["text"] == "");
  CHECK(render_jsonl(small_answer(), {{"page", "id"}, {}, nullptr}) == "{\"page\":17,\"id\":\"2018-07/case/a\"}\n");
  TextStyle style;
  style.fields = {"office", "year", "score"};
  const std::string text = render_text(small_answer(), style);
  CHECK(text.find("   担当        甲課、乙室\n   年          2013–2014、2016\n   評点        1.500000\n\n") !=
        std::string::npos);
  CHECK(text.find("03-5501-8373") == std::string::npos);
}

TEST_CASE("of a batch, every line and object says of which query it is") {
  const JsonStyle of_batch{{"id"}, "q1", nullptr};
  CHECK(nlohmann::json::parse(render_json(small_answer(), of_batch))["query"]["id"] == "q1");
  CHECK(render_jsonl(small_answer(), of_batch) == "{\"query_id\":\"q1\",\"id\":\"2018-07/case/a\"}\n");
}

TEST_CASE("values worth narrowing by are offered as options to type") {
  Answer answer = small_answer();
  answer.total = 9;
  answer.facets[0] = {{"甲課", 9, false}, {"乙 室", 3, false}, {"丙'局", 1, false}};  // 甲課 would leave all nine
  answer.facets[1] = {{"自治体", 4, true}, {"企業", 2, false}};                       // in use: 企業 would add
  answer.filtered[1] = true;
  answer.facets[4] = {{"見たい", 2, false}};
  const std::string text = render_text(answer, {});
  CHECK(
      text.find("\n絞り込むには（件数）\n   --office '乙 室' (3)  --office '丙'\\''局' (1)\n   --need 見たい (2)\n") !=
      std::string::npos);
  CHECK(text.find("--audience") == std::string::npos);
  TextStyle all;
  all.facets = true;
  const std::string every = render_text(answer, all);
  CHECK(every.find("   --office\n     9  甲課\n     3  乙 室\n") != std::string::npos);
  CHECK(every.find("     4* 自治体\n     2  企業\n") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal, and a narrow one has no column of labels") {
  for (const std::size_t width : {80U, 40U}) {
    TextStyle style;
    style.width = width;
    std::istringstream lines(render_text(small_answer(), style));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(display_width(line) <= width);
    }
  }
  TextStyle narrow;
  narrow.width = 40;
  CHECK(render_text(small_answer(), narrow).find("\n  連絡先  甲課  03-5501-8373 内線12,34\n    p.21\n    乙室") !=
        std::string::npos);
}

TEST_CASE("an answer of which a page is shown says how to go on") {
  Answer answer = small_answer();
  answer.total = 9;
  CHECK(render_text(answer, {}).find("9件のうち1件目まで。続きは --offset 1") != std::string::npos);
  CHECK(render_text(small_answer(), {}).find("--offset") == std::string::npos);
}

TEST_CASE("a page beyond the end says so") {
  Answer answer = small_answer();
  answer.hits.clear();
  answer.offset = 20;
  CHECK(render_text(answer, {}).find("1件しかないので、--offset 20 から先には何もありません。\n") != std::string::npos);
}

TEST_CASE("of many words the first are named, and how many more there are") {
  Answer answer = small_answer();
  answer.words.assign(12, "水");
  CHECK(render_text(answer, {}).find("水、水）\n") != std::string::npos);
  answer.words.resize(15, "水");
  CHECK(render_text(answer, {}).find("水、水 ほか3語）\n") != std::string::npos);
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
