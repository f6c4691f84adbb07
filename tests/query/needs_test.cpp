#include "query/search/needs.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "query/show/render_needs.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

Edition edition() {
  Edition made;
  made.id = "e";
  made.series = "s";
  made.title = "冊子";
  made.date = "2018-07";
  made.needs = {{"港を知りたい", {"港の話を聞きたい"}, "港町の支援", {1}},
                {"船を直したい", {}, "港町の支援", {2, 3}},
                {"問い合わせたい", {}, "その他", {4}}};
  return made;
}

Record of(const std::string& id, RecordType type, int page, const std::string& need) {
  Record made;
  made.id = id;
  made.edition = "e";
  made.type = type;
  made.title = id;
  made.page = page;
  made.need = {need};
  return made;
}

std::vector<NeedTree> trees(const std::string& part) {
  const SmallIndex index(
      {of("見学", RecordType::scheme, 2, "港を知りたい"), of("貸付", RecordType::scheme, 3, "船を直したい"),
       of("修理", RecordType::case_study, 5, "船を直したい")},
      "", {edition()});
  const Searcher searcher(index.index(), analyzer(), nullptr);
  return need_trees(searcher, {&index.index().metadata().editions.front()}, part);
}

TEST_CASE("needs are a tree with pages, counts and schemes") {
  const auto all = trees("");
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].groups.size() == 2);
  CHECK(all[0].size() == 3);
  CHECK(all[0].groups[0].name == "港町の支援");
  const NeedLeaf& ship = all[0].groups[0].needs[1];
  CHECK(ship.name == "船を直したい");
  CHECK(ship.pages == std::vector<int>{2, 3});
  CHECK(ship.count == 2);  // the scheme and its case
  REQUIRE(ship.schemes.size() == 1);
  CHECK(ship.schemes[0].title == "貸付");
  CHECK(all[0].groups[1].needs[0].count == 0);
}

TEST_CASE("a part of a wording, of another wording or of a group leaves what it names") {
  const auto size = [](const std::string& part) {
    std::size_t sum = 0;
    for (const auto& tree : trees(part)) sum += tree.size();
    return sum;
  };
  CHECK(size("船") == 1);
  CHECK(size("話を聞") == 1);
  CHECK(size("港町") == 2);
  CHECK(size("空港") == 0);
  CHECK(trees("空港").empty());
}

TEST_CASE("the tree is shown to people and to scripts") {
  CHECK(render_needs(trees(""), false, {}) ==
        "「冊子」2018年7月版（電話番号はこの時点のもの）\n"
        "  港町の支援\n"
        "    港を知りたい  p.1  (1)\n"
        "    船を直したい  p.2 p.3  (2)\n"
        "  その他\n"
        "    問い合わせたい  p.4  (0)\n"
        "\n"
        "開くには: chiho-search needs 港を知りたい\n");
  CHECK(render_needs(trees("船"), true, {}).find("    船を直したい  p.2 p.3  (2)\n      貸付  p.3\n") !=
        std::string::npos);
  CHECK(need_rows(trees("船"))[1] == Row{"e", "港町の支援", "船を直したい", "2;3", "2"});
  const auto json = nlohmann::json::parse(render_needs_json(trees("")));
  CHECK(json["format"] == "chiho-search-needs/1");
  CHECK(json["editions"][0]["groups"][0]["needs"][0]["schemes"][0]["id"] == "見学");
  CHECK(nlohmann::json::parse(render_needs_jsonl(trees("船")))["group"] == "港町の支援");
}

}  // namespace
}  // namespace chiho::test
