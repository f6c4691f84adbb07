// Two editions: what changed between them, and both in one index.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "program.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string corpus = CHIHO_SOURCE_DIR "/corpus/2018-07";

Outcome diff(const std::string& before, const std::string& after, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"diff", before, after});
  return run("chiho-index", more);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Both editions, built once.
struct TwoEditions {
  TemporaryFolder folder;
  fs::path next = next_edition(folder);
  std::string db = (folder.path() / "db").string();

  TwoEditions() {
    const Outcome built = run("chiho-index", {"build", next.string(), corpus, "--db", db});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
  }
  [[nodiscard]] Outcome search(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--db", db});
    return run("chiho-search", arguments);
  }
  [[nodiscard]] json answer(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    return json::parse(search(std::move(arguments)).out);
  }
};

const TwoEditions& two_editions() {
  static const TwoEditions both;
  return both;
}

std::vector<std::string> ids(const json& answer) {
  std::vector<std::string> all;
  for (const json& hit : answer["hits"]) all.push_back(hit["id"]);
  return all;
}

TEST_CASE("diff tells what changed, phones first, and nothing else") {
  const Outcome told = diff(corpus, two_editions().next.string());
  CHECK(told.exit_code == 1);
  CHECK(told.err.empty());
  CHECK(told.out ==
        "電話\n"
        "  開発協力総括課\n"
        "    電話: 03-5501-8373 → 03-5501-9999\n"
        "\n担当・連絡先\n"
        "  改称: 人事課 → 人事企画課\n"
        "  人事企画課\n"
        "    別名: （なし） → 人事課\n"
        "\n制度\n"
        "  追加: 姉妹港の紹介\n"
        "  削除: 外務本省のSNSでの発信\n"
        "  改称: 小中高生の外務省訪問 → 児童生徒の外務省訪問\n"
        "\n版\n"
        "  外務省の地方連携事業\n"
        "    発行: 2018-07 → 2019-07\n"
        "\n頁などの移動\n"
        "  p.17 → p.18: カンボジア「コンポンチャム及びバットバン上水道拡張計画」\n");
}

TEST_CASE("diff of what is the same is empty and exits 0") {
  const Outcome told = diff(corpus, corpus);
  CHECK(told.exit_code == 0);
  CHECK(told.out.empty());
  CHECK(contains(told.err, "変わりはありません"));
  CHECK(json::parse(diff(corpus, corpus, {"--format", "json"}).out)["same"] == true);
}

TEST_CASE("diff as JSON has all its keys") {
  const json told = json::parse(diff(corpus, two_editions().next.string(), {"--format", "json"}).out);
  CHECK(told["format"] == "chiho-diff/1");
  CHECK(told["same"] == false);
  CHECK(told["old"]["date"] == "2018-07");
  CHECK(told["new"]["id"] == "2019-07");
  CHECK(told["phones"] == json::parse(R"([{"type":"office","id":"development-cooperation-coordination",
    "title":"開発協力総括課","fields":[{"field":"phone","old":"03-5501-8373","new":"03-5501-9999"}]}])"));
  CHECK(told["scheme"]["added"] == json::parse(R"([{"id":"town-twinning","title":"姉妹港の紹介"}])"));
  CHECK(told["scheme"]["renamed"] ==
        json::parse(R"([{"id":"student-visits","old":"小中高生の外務省訪問","new":"児童生徒の外務省訪問"}])"));
  CHECK(told["moved"][0]["fields"] == json::parse(R"([{"field":"page","old":17,"new":18}])"));
  for (const char* kind : {"office", "scheme", "case", "need", "audience", "edition"})
    for (const char* change : {"added", "removed", "renamed", "changed"}) {
      CAPTURE(kind);
      CHECK(told[kind][change].is_array());
    }
}

TEST_CASE("diff for circulation, in either language") {
  const Outcome told = diff(corpus, two_editions().next.string(), {"--format", "md", "--lang", "en"});
  CHECK(
      told.out.starts_with("# 外務省の地方連携事業: changes, 2018-07 → 2019-07\n\n## Phones\n\n- 開発協力総括課\n"
                           "  - Phone: 03-5501-8373 → 03-5501-9999\n\n## Offices\n"));
}

TEST_CASE("diff takes two sound edition folders") {
  const TemporaryFolder folder;
  const fs::path faulty = next_edition(folder);
  replace_in(faulty / "schemes/student-visits.toml", "page = 2", "page = 99");
  const Outcome refused = diff(corpus, faulty.string());
  CHECK(refused.exit_code == 4);
  CHECK(refused.out.empty());
  CHECK(contains(refused.err, "student-visits.toml:"));
  CHECK(diff(corpus, folder.path().string()).exit_code == 4);
  CHECK(diff(corpus, (folder.path() / "none").string()).exit_code == 5);
  CHECK(run("chiho-index", {"diff", corpus}).exit_code == 2);
  CHECK(diff(corpus, corpus, {"--format", "html"}).exit_code == 2);
}

TEST_CASE("of two editions the newest answers, unless --edition says otherwise") {
  const TwoEditions& both = two_editions();
  CHECK(ids(both.answer({"無償資金協力 水道", "-n", "1"})) == std::vector<std::string>{"2019-07/case/cambodia-water"});
  CHECK(both.answer({"開発協力総括課", "-n", "1"})["hits"][0]["contacts"][0]["phone"] == "03-5501-9999");
  CHECK(ids(both.answer({"無償資金協力 水道", "-n", "1", "--edition", "2018-07"})) ==
        std::vector<std::string>{"2018-07/case/cambodia-water"});
  const json all = both.answer({"無償資金協力 水道", "--edition", "all"});
  CHECK(all["total"] == 2 * both.answer({"無償資金協力 水道"})["total"].get<int>());
  CHECK(both.search({"外務本省のSNSでの発信", "--match", "all"}).exit_code == 1);
  CHECK(both.search({"外務本省のSNSでの発信", "--match", "all", "--edition", "2018-07"}).exit_code == 0);
  const Outcome unknown = both.search({"水道", "--edition", "2020-07"});
  CHECK(unknown.exit_code == 2);
  CHECK(contains(unknown.err, "2019-07、2018-07"));
}

TEST_CASE("every answer says which edition, with its date") {
  const TwoEditions& both = two_editions();
  CHECK(contains(both.search({"水道"}).out, "2019年7月版"));
  CHECK_FALSE(contains(both.search({"水道"}).out, "2018年7月版"));
  CHECK(contains(both.search({"水道", "--edition", "2018-07"}).out, "2018年7月版"));
  const std::string all = both.search({"無償資金協力 水道", "--edition", "all"}).out;
  CHECK(contains(all, "2018-07/case/cambodia-water  2018年7月版"));
  CHECK(contains(all, "2019-07/case/cambodia-water  2019年7月版"));
  const json answer = both.answer({"水道", "--edition", "all"});
  REQUIRE(answer["editions"].size() == 2);
  for (const json& edition : answer["editions"]) CHECK(edition["date"] == edition["id"]);
}

TEST_CASE("a name means what the edition that is searched calls so") {
  const TwoEditions& both = two_editions();
  const auto offices = [&](const std::string& name, const std::string& edition) {
    std::vector<std::string> arguments{"--office", name, "-t", "scheme"};
    if (!edition.empty()) arguments.insert(arguments.end(), {"--edition", edition});
    return ids(both.answer(arguments));
  };
  using Ids = std::vector<std::string>;
  CHECK(offices("人事課", "") == Ids{"2019-07/scheme/diplomatic-trainees"});
  CHECK(offices("人事課", "2018-07") == Ids{"2018-07/scheme/diplomatic-trainees"});
  CHECK(offices("人事課", "all") == Ids{"2019-07/scheme/diplomatic-trainees", "2018-07/scheme/diplomatic-trainees"});
  const Outcome gone = both.search({"--scheme", "外務本省のSNSでの発信"});
  CHECK(gone.exit_code == 2);
  CHECK(contains(gone.err, "--edition all"));
  CHECK(both.search({"--scheme", "外務本省のSNSでの発信", "--edition", "all"}).exit_code == 0);
}

TEST_CASE("facets count what the newest edition has") {
  const TwoEditions& both = two_editions();
  const auto count = [](const json& answer, const std::string& value) {
    for (const json& one : answer["facets"]["type"])
      if (one["value"] == value) return one["count"].get<int>();
    return 0;
  };
  CHECK(count(both.answer({"--type", "scheme"}), "case") == 22);
  CHECK(count(both.answer({"--type", "scheme", "--edition", "all"}), "case") == 44);
}

}  // namespace
}  // namespace chiho::test
