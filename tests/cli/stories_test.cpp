// The acceptance stories: what people ask, and what must be the answer. Read from the brochure; pages are printed
// pages. Each is asked of the digest and, where the brochure's own text is at hand, of what the import makes of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "program.hpp"

using nlohmann::json;

namespace chiho::test {
namespace {

// A record as the brochure's reader knows it: what it is and where it stands.
struct Place {
  std::string type;
  int page;

  bool operator==(const Place&) const = default;
};

struct Story {
  std::vector<std::string> asked;
  std::vector<Place> first;          // the first hits, in this order
  std::vector<Place> among;          // also among the hits
  std::vector<std::string> numbers;  // phones, extensions, addresses shown with the first hit
};

const Place cambodia{"case", 17};

const std::vector<Story> stories{
    {{"無償資金協力 水道"}, {cambodia, {"scheme", 7}}, {}, {"03-5501-8373"}},
    {{"政府開発援助 水道"}, {cambodia}, {}, {"03-5501-8373"}},
    {{"ODA 上水道"}, {cambodia}, {}, {"03-5501-8373"}},
    {{"外国語指導助手"}, {{"scheme", 4}}, {}, {}},
    {{"海外 展示 販売", "--audience", "企業"},
     {{"scheme", 6}},
     {},
     {"03-5501-8000", "5029", "regionalatjapanhouse@mofa.go.jp"}},
    {{"姉妹都市"}, {{"scheme", 1}}, {}, {"03-5501-8491"}},
    {{"外国の都市と交流したい"}, {{"scheme", 9}}, {}, {"03-5501-8491"}},
    {{"職員 派遣 外務省"}, {{"scheme", 4}}, {{"case", 14}}, {"03-5501-8087"}},
    {{"泡盛"}, {}, {{"scheme", 5}, {"case", 20}}, {}},
    {{"アワモリ"}, {}, {{"scheme", 5}, {"case", 20}}, {}},
    {{"awamori"}, {}, {{"scheme", 5}, {"case", 20}}, {}},
    {{"テイスティング"}, {{"case", 20}}, {}, {}},
    {{"ＥＰＡ　セミナー"}, {{"scheme", 6}}, {}, {"03-5501-8341"}},
    {{"アフリカ インターンシップ"}, {{"scheme", 7}}, {}, {"03-5501-8371", "03-5226-8734"}},
    {{"現職参加"}, {{"scheme", 8}}, {{"case", 19}}, {"03-5501-8367"}},
    {{"中小企業 電力"}, {{"case", 18}}, {}, {"03-5501-8373"}},
    {{"風評被害 ロシア"}, {{"case", 15}}, {}, {"03-5501-8491"}},
    {{"輸入規制 福島県"}, {{"case", 13}}, {}, {}},
    {{"小学生 見学"}, {{"scheme", 2}}, {}, {"03-5501-8129"}},
    {{"03-5501-8373"}, {{"contact", 21}}, {}, {"03-5501-8373"}},
};

Place place_of(const json& hit) {
  return {hit["type"], hit["page"].is_null() ? 0 : hit["page"].get<int>()};
}

json ask(const std::filesystem::path& db, std::vector<std::string> asked, int exit_code = 0) {
  asked.insert(asked.end(), {"--json", "--db", db.string()});
  const Outcome outcome = run("chiho-search", asked);
  INFO(outcome.err);
  REQUIRE(outcome.exit_code == exit_code);
  return json::parse(outcome.out);
}

void tell(const std::filesystem::path& db) {
  for (const Story& story : stories) {
    CAPTURE(story.asked.front());
    const json answer = ask(db, story.asked);
    std::vector<Place> places;
    for (const auto& hit : answer["hits"]) places.push_back(place_of(hit));
    for (std::size_t i = 0; i < story.first.size(); ++i) {
      REQUIRE(i < places.size());
      CHECK(places[i].type == story.first[i].type);
      CHECK(places[i].page == story.first[i].page);
    }
    for (const Place& wanted : story.among) {
      CAPTURE(wanted.type);
      CAPTURE(wanted.page);
      CHECK(std::ranges::find(places, wanted) != places.end());
    }
    for (const auto& number : story.numbers) {
      CAPTURE(number);
      CHECK(answer["hits"][0]["contacts"].dump().find(number) != std::string::npos);
    }
  }
}

void tell_filters(const std::filesystem::path& db) {
  const json office = ask(db, {"--office", "開発協力総括課", "-n", "100"});
  std::vector<int> schemes;
  std::vector<int> cases;
  std::vector<int> contacts;
  for (const auto& hit : office["hits"])
    (hit["type"] == "scheme" ? schemes : hit["type"] == "case" ? cases : contacts).push_back(hit["page"]);
  CHECK(schemes == std::vector<int>{7, 7, 7, 7});
  CHECK(cases == std::vector<int>{17, 17, 18, 18});
  CHECK(contacts == std::vector<int>{21});

  // 平成30年2月19日 lies in 平成29年度, 平成30年4月26日 does not.
  const json year = ask(db, {"--year", "平成29年度", "-t", "case", "-n", "100"});
  std::vector<int> pages;
  for (const auto& hit : year["hits"]) {
    pages.push_back(hit["page"]);
    const auto fiscal = hit["fiscal_year"].get<std::vector<int>>();
    CHECK(std::ranges::find(fiscal, 2017) != fiscal.end());
  }
  CHECK(std::ranges::find(pages, 10) != pages.end());  // the Kochi reception
  for (const auto& hit : ask(db, {"泡盛 香港", "-t", "case"})["hits"])
    if (hit["page"] == 20 && hit["matched_all"] == true) CHECK(hit["fiscal_year"] == json::array({2018}));
}

void tell_nothing(const std::filesystem::path& db) {
  const json nothing = ask(db, {"補助金"}, 1);
  CHECK(nothing["total"] == 0);
  CHECK(nothing["hits"].empty());
  CHECK(nothing["suggestions"].empty());
  CHECK(nothing["editions"][0]["contact"]["phone"] == "03-5501-8491");
}

}  // namespace

TEST_CASE("the digest answers every story") {
  tell(digest_index());
  tell_filters(digest_index());
  tell_nothing(digest_index());
}

TEST_CASE("what the import makes of the brochure answers every story") {
  const auto data = test_data();
  if (data.empty()) {
    MESSAGE("skipped: CHIHO_TEST_DATA is not set");
    return;
  }
  const TemporaryFolder folder;
  const std::string edition = (folder.path() / "edition").string();
  const std::string db = (folder.path() / "index").string();
  const Outcome imported =
      run("chiho-index", {"import", (data / "brochure" / "2018-07.txt").string(), "--edition", "2018-07", "-o", edition,
                          "--corrections", CHIHO_SOURCE_DIR "/corpus/corrections/2018-07.toml"});
  INFO(imported.err);
  REQUIRE(imported.exit_code == 0);
  REQUIRE(run("chiho-index", {"build", edition, "--db", db}).exit_code == 0);
  tell(db);
  tell_filters(db);
  tell_nothing(db);
}

TEST_CASE("an answer says where it comes from and why it matched") {
  const json answer = ask(digest_index(), {"無償資金協力 水道"});
  CHECK(answer["format"] == "chiho-search/1");
  CHECK(answer["match"] == "all");
  CHECK(answer["total"] == 1);
  CHECK(answer["query"]["words"] == json::array({"無償資金協力", "水道"}));
  CHECK(answer["query"]["expanded"]["水道"][0] == "上水道");
  CHECK(answer["hits"][0]["id"] == "2018-07/case/cambodia-water");
  CHECK(answer["hits"][0]["matched_all"] == true);
  CHECK(answer["hits"][0]["related"][0]["page"] == 7);
  CHECK(answer["hits"][1]["matched_all"] == false);
  CHECK(answer["hits"][1]["procedure"].is_string());
  CHECK(answer["editions"][0]["date"] == "2018-07");
}

TEST_CASE("a text pasted with its line ends finds where it is from; a question finds what it asks for") {
  const std::string id = "2018-07/case/himalaya-hydropower";
  const Outcome shown = run("chiho-search", {"show", id, "--json", "--db", digest_index().string()});
  std::string text = json::parse(shown.out)["text"];
  for (auto at = text.find("、"); at != std::string::npos; at = text.find("、", at + 1)) text.insert(at + 3, "\n");
  std::string longer;  // 18 KB
  while (longer.size() < 18'000) longer += text + "\n\n";
  CHECK(ask(digest_index(), {text})["hits"][0]["id"] == id);
  CHECK(ask(digest_index(), {longer})["hits"][0]["id"] == id);
  CHECK(ask(digest_index(), {"アフリカの学生をインターンに受け入れるには?"})["hits"][0]["id"] ==
        "2018-07/scheme/abe-initiative");
}

TEST_CASE("an office without a number in the edition says so, and the general contact is offered") {
  const Outcome outcome = run("chiho-search", {"風評被害 ロシア", "-n", "1", "--db", digest_index().string()});
  CHECK(outcome.out.find("日露経済室") != std::string::npos);
  CHECK(outcome.out.find("この版に電話番号の記載はありません") != std::string::npos);
  CHECK(outcome.out.find("03-5501-8491") != std::string::npos);
}

}  // namespace chiho::test
