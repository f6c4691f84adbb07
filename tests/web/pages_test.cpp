// What the pages say, from the digest, over a real socket.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "served.hpp"

namespace chiho::test {
namespace {

const Served& server() {
  static const Served served(digest_index());
  return served;
}

Reply search(const std::string& query, const std::string& more = "") {
  return server().get("/search?q=" + encoded(query) + more);
}

TEST_CASE("the acceptance stories, as pages") {
  struct Story {
    const char* query;
    std::vector<const char*> says;
  };
  for (const Story& story : std::vector<Story>{
           {"無償資金協力 水道",
            {"p.17", "p.7", "開発協力総括課", "href=\"tel:03-5501-8373\"", "<mark>上水道</mark>", "水道 → "}},
           {"外国語指導助手", {"JETプログラム", "p.4"}},
           {"姉妹都市", {"グローバル外交ネット", "p.1"}},
           {"職員 派遣 外務省", {"外交実務研修員", "p.14", "tel:03-5501-8087"}},
           {"awamori", {"p.5", "p.20"}},
           {"風評被害 ロシア", {"p.15", "日露経済室", "この版に電話番号の記載はありません", "tel:03-5501-8491"}},
           {"03-5501-8373", {"開発協力総括課"}},
           {"補助金", {"見つかりませんでした", "地方連携推進室", "tel:03-5501-8491"}},
       }) {
    CAPTURE(story.query);
    const Reply page = search(story.query);
    CHECK(page.status == 200);
    for (const char* part : story.says) {
      CAPTURE(part);
      CHECK(page.has(part));
    }
  }
}

TEST_CASE("search.json is what --json prints, byte for byte") {
  struct Example {
    std::vector<std::string> words;
    std::string parameters;
  };
  for (const Example& example : std::vector<Example>{
           {{"無償資金協力 水道"}, "q=" + encoded("無償資金協力 水道")},
           {{"補助金"}, "q=" + encoded("補助金")},
           {{"姉妹都布"}, "q=" + encoded("姉妹都布")},
           {{"ジャパンハウズ"}, "q=" + encoded("ジャパンハウズ")},
           {{"\"現職参加\" -ガーナ"}, "q=" + encoded("\"現職参加\" -ガーナ")},
           {{"<b>&'\\ セミナー"}, "q=" + encoded("<b>&'\\ セミナー")},
           {{}, ""},
           {{"--office", "開発協力総括課", "--year", "2013..2015", "-n", "3", "--offset", "1"},
            "office=" + encoded("開発協力総括課") + "&year=2013..2015&n=3&offset=1"},
           {{"-t", "case", "-t", "scheme", "-a", "企業", "--office", "!人事課"},
            "type=case&type=scheme&audience=" + encoded("企業") + "&office=!" + encoded("人事課")},
           {{"--year", "平成29年度", "--sort", "year"}, "sort=year&year=" + encoded("平成29年度")},
           {{"--page", "7", "--sort", "page", "--edition", "2018-07"}, "page=7&sort=page&edition=2018-07"},
           {{"水道 茶道", "--match", "any"}, "match=any&q=" + encoded("水道 茶道")},
           {{"水道 茶道", "--match", "all"}, "match=all&q=" + encoded("水道 茶道")},
       }) {
    CAPTURE(example.parameters);
    std::vector<std::string> line = example.words;
    for (const char* word : {"--json", "--db"}) line.emplace_back(word);
    line.push_back(digest_index().string());
    const Outcome printed = run("chiho-search", line);
    const Reply reply = server().get("/search.json?" + example.parameters);
    CHECK(reply.body == printed.out);
    CHECK(reply.headers.at("content-type") == "application/json; charset=utf-8");
  }
}

TEST_CASE("order and match are links to the same search, and stay with it") {
  const Reply page = search("国際 交流", "&sort=page&match=any&type=case&offset=10");
  const std::string same = "/search?q=" + encoded("国際 交流") + "&amp;type=case&amp;match=any";
  CHECK(page.has("<a href=\"" + same + "&amp;sort=year\">新しい年の順</a>"));
  CHECK(page.has("<a href=\"" + same + "&amp;sort=page\" aria-current=\"true\">頁の順</a>"));
  CHECK(page.has("<input type=\"hidden\" name=\"sort\" value=\"page\">"));
  CHECK(page.has("<input type=\"hidden\" name=\"match\" value=\"any\">"));
  CHECK(search("水道", "&sort=nothing").status == 400);
  CHECK_FALSE(search("補助金").has("aria-label=\"並べ方\""));
  CHECK_FALSE(search("補助金").has("aria-label=\"語の合わせ方\""));
}

TEST_CASE("what cannot be searched says why, with what was probably meant") {
  const Reply page = search("水道", "&office=" + encoded("開発協力総活課"));
  CHECK(page.status == 400);
  CHECK(page.has("開発協力総括課"));
  const Reply json = server().get("/search.json?q=%22&lang=en");
  CHECK(json.status == 400);
  CHECK(nlohmann::json::parse(json.body).at("error").at("code") == 2);
}

TEST_CASE("what is wrong with a filter is said in the words of the page, in its language, with ways on") {
  struct Example {
    std::string parameters;
    const char* says;
    const char* says_in_english;
    std::string leads_to;  // one of the ways on
  };
  const std::string water = "/search?q=" + encoded("水道");
  for (const Example& example : std::vector<Example>{
           {"&office=!" + encoded("開発協力総活課") + "&type=case", "担当: 「開発協力総活課」はこの索引にありません。",
            "Office: &quot;開発協力総活課&quot; is not in this index",
            "&amp;office=" + encoded("!開発協力総括課") + "&amp;type=case"},
           {"&type=book", "種類: 「book」という種類はありません。", "Type: no such type: book", "&amp;type=contact"},
           {"&year=" + encoded("いつか"), "年: 「いつか」は年として読めません。", "Year: &quot;いつか&quot; is no year",
            ""},
           {"&edition=1999-01", "版: 「1999-01」という版はこの索引にありません。", "Edition: no edition",
            "&amp;edition=2018-07"},
           {"&n=1000", "一頁の件数: 「1000」は使えません。", "Hits on a page: cannot be", ""},
           {"&page=0", "頁: 「0」は使えません。", "Page: cannot be", ""},
           {"&sort=size", "並べ方: 「size」は使えません。", "Order: cannot be", ""},
       }) {
    CAPTURE(example.parameters);
    const Reply page = search("水道", example.parameters);
    CHECK(page.status == 400);
    CHECK(page.has(example.says));
    CHECK(page.has("href=\"" + (example.leads_to.empty() ? "/" : water + example.leads_to) + "\""));
    CHECK(page.has("value=\"水道\""));
    const Reply english = search("水道", example.parameters + "&lang=en");
    CHECK(english.has("<html lang=\"en\">"));
    CHECK(english.has(example.says_in_english));
    for (const Reply* reply : {&page, &english}) {
      const std::string body = reply->body.substr(reply->body.find("<main"));
      CHECK(body.find("--") == std::string::npos);
      CHECK(body.find("chiho-search") == std::string::npos);
    }
    const Reply json = server().get("/search.json?q=a" + example.parameters);
    CHECK(json.body.find("--") == std::string::npos);
  }
}

TEST_CASE("what is wrong leads back to the page that was asked for") {
  CHECK(server().get("/?edition=1999").has("<a href=\"/\">この条件を外す</a>"));
  CHECK(server().get("/?edition=1999").has("<a href=\"/?edition=2018-07\" lang=\"ja\">2018-07</a>"));
  const std::string office = "/office/" + encoded("人事課");
  CHECK(server().get(office + "?edition=1999").has("<a href=\"" + office + "\">この条件を外す</a>"));
  CHECK(server().get("/search?q=%FF").has("読み取れない文字"));
  CHECK(search("　").has("<title>検索結果 (83件)"));
}

TEST_CASE("what only another edition has leads there") {
  const TemporaryFolder folder;
  const auto record = [](const std::string& edition, const std::string& office) {
    return R"({"id":")" + edition +
           R"(/scheme/a","type":"scheme","title":"水道協力","text":"水道。","page":1,"edition":")" + edition +
           R"(","office":[")" + office + "\"]}\n";
  };
  const std::string records = folder.write("two.jsonl", record("2017-01", "旧課") + record("2018-01", "新課")).string();
  const std::string db = (folder.path() / "db").string();
  REQUIRE(run("chiho-index", {"build", records, "--db", db}).exit_code == 0);
  const Served served(db);
  const Reply page = served.get("/search?office=" + encoded("旧課"));
  CHECK(page.status == 400);
  CHECK(page.has("担当: 「旧課」は、検索する版にはありません。"));
  CHECK(page.has("<a href=\"/search?office=" + encoded("旧課") + "&amp;edition=all\">すべての版</a>"));
}

TEST_CASE("boxes with counts, chips that can be removed, and what no box stands for") {
  const Reply page =
      search("水道", "&type=case&audience=" + encoded("企業") + "&year=2010..2020&office=!" + encoded("人事課"));
  CHECK(page.status == 200);
  CHECK(page.has("name=\"type\" value=\"case\" checked>"));
  CHECK(page.has("name=\"audience\" value=\"企業\" checked>"));
  CHECK(page.has("<input type=\"hidden\" name=\"year\" value=\"2010..2020\">"));
  CHECK(page.has("<input type=\"hidden\" name=\"office\" value=\"!人事課\">"));
  CHECK(page.has("除く: <span lang=\"ja\">人事課</span>"));
  // Without its type.
  CHECK(page.has("href=\"/search?q=" + encoded("水道") + "&amp;office=" + encoded("!人事課") +
                 "&amp;audience=" + encoded("企業") + "&amp;year=2010..2020\" aria-label=\"種類 事業例 を外す\""));
}

TEST_CASE("years stand in their order among the boxes, whatever their number") {
  const Reply page = server().get("/search?type=case");
  std::size_t before = 0;
  for (const char* year : {"2018", "2017", "2016", "2015", "2014"}) {
    CAPTURE(year);
    const std::size_t at = page.body.find("name=\"year\" value=\"" + std::string(year) + "\"");
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
}

TEST_CASE("what the page has words for is said in them, as labels, in its language") {
  struct Example {
    std::string target;
    const char* ja;
    const char* en;
  };
  const std::string all = "/search?edition=all&type=case";
  for (const Example& example : std::vector<Example>{
           {all, "版: <span>すべての版</span>", "Edition: <span>All editions</span>"},
           {all, "種類: <span>事業例</span>", "Type: <span>Case</span>"},
           {all, "<span class=\"kind case\">事業例</span>", "<span class=\"kind case\">Case</span>"},
           {all, "<span>事業例</span> <span class=\"count\">", "<span>Case</span> <span class=\"count\">"},
           {all, "aria-label=\"版 すべての版 を外す\"", "aria-label=\"Edition All editions (remove)\""},
           {"/", ">制度 <span class=\"count\">", ">Scheme <span class=\"count\">"},
           {"/record/2018-07/case/cambodia-water", "<dt>制度</dt>", "<dt>Scheme</dt>"},
           {"/edition/2018-07", "制度 30件", "Scheme 30, Case 22"},
           {"/search?edition=2018-07", "版: <span lang=\"ja\">2018-07</span>",
            "Edition: <span lang=\"ja\">2018-07</span>"},
       }) {
    CAPTURE(example.ja);
    const std::string more = example.target.find('?') == std::string::npos ? "?lang=en" : "&lang=en";
    CHECK(server().get(example.target).has(example.ja));
    CHECK(server().get(example.target + more).has(example.en));
  }
}

TEST_CASE("pages of results keep the state, and do not overlap") {
  const Reply first = server().get("/search?type=contact&n=10");
  const Reply last = server().get("/search?type=contact&n=10&offset=30");
  CHECK(first.has("31件"));
  CHECK(first.has("<a href=\"/search?type=contact&amp;offset=10\" rel=\"next\">"));
  CHECK_FALSE(first.has("rel=\"prev\""));
  CHECK(last.has("<li value=\"31\">"));
  CHECK_FALSE(last.has("<li value=\"30\">"));
  CHECK(last.has("<a href=\"/search?type=contact&amp;offset=20\" rel=\"prev\">"));
  CHECK_FALSE(last.has("rel=\"next\""));
}

TEST_CASE("past the last hit, the way back") {
  const Reply page = server().get("/search?type=contact&offset=500");
  CHECK(page.status == 200);
  CHECK(page.has("この先にはありません。見つかったのは31件です。"));
  CHECK(page.has("<a href=\"/search?type=contact\">最初の頁へ</a>"));
  CHECK(page.has("<a href=\"/search?type=contact&amp;offset=30\">最後の頁へ</a>"));
  CHECK_FALSE(page.has("rel=\"prev\""));
  CHECK_FALSE(server().get("/search?type=contact&n=40&offset=40").has("最後の頁へ"));
  CHECK_FALSE(server().get("/search?type=contact&offset=30").has("最初の頁へ"));
  CHECK_FALSE(server().get("/search?type=contact&n=0").has("最初の頁へ"));
  CHECK_FALSE(search("補助金", "&offset=10").has("最初の頁へ"));
}

TEST_CASE("home, record, office, edition") {
  const Reply home = server().get("/");
  CHECK(home.has("<h3>海外展開支援（ODA活用）</h3>"));
  CHECK(home.has("<a href=\"/search?need=" + encoded("外国の都市と交流したい") + "\">外国の都市と交流したい</a>"));
  const Reply record = server().get("/record/2018-07/case/cambodia-water");
  CHECK(record.has("p.17"));
  CHECK(record.has("href=\"/record/2018-07/scheme/grant-aid-with-local-governments\""));
  CHECK(server().get("/record/2018-07/case/nobody").status == 404);
  const Reply office = server().get("/office/" + encoded("日露経済室"));
  CHECK(office.has("<h1 lang=\"ja\">日露経済室</h1>"));
  CHECK(office.has("tel:03-5501-8491"));
  CHECK(office.has("この版に電話番号・メールの記載はありません"));
  CHECK(server().get("/office/" + encoded("開発協力総括課")).has("href=\"/record/2018-07/case/cambodia-water\""));
  CHECK(server().get("/office/" + encoded("無人課")).status == 404);
  const Reply edition = server().get("/edition/2018-07");
  CHECK(edition.has("2018年7月"));
  CHECK(edition.has("発行時点のもの"));
  CHECK(server().get("/edition/2017-01").status == 404);
}

TEST_CASE("no office in particular: all of them, with their numbers") {
  for (const char* target : {"/office/", "/office", "/office/%20"}) {
    CAPTURE(target);
    const Reply page = server().get(target);
    CHECK(page.status == 200);
    CHECK(page.has("<h1>担当課室・連絡先</h1>"));
    CHECK(page.has("<a href=\"/office/" + encoded("開発協力総括課") + "\""));
    CHECK(page.has("tel:03-5501-8373"));
    CHECK(page.has("href=\"/search?type=contact\""));
    CHECK(page.has("大阪分室"));  // no record of the directory
  }
  CHECK(server().get("/office/?edition=1999-01").status == 400);
}

TEST_CASE("home shows the newest edition, and leads to the others") {
  const TemporaryFolder folder;
  const std::filesystem::path old = folder.path() / "2016-07";
  std::filesystem::copy(CHIHO_SOURCE_DIR "/corpus/2018-07", old, std::filesystem::copy_options::recursive);
  replace_in(old / "edition.toml", "id = \"2018-07\"", "id = \"2016-07\"");
  replace_in(old / "edition.toml", "date = \"2018-07\"", "date = \"2016-07\"");
  std::filesystem::remove(old / "cases/cambodia-water.toml");
  const std::string db = (folder.path() / "db").string();
  const Outcome built = run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", old.string(), "--db", db});
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  const Served served(db);
  const std::string need = "/search?need=" + encoded("外国の都市と交流したい");

  const Reply home = served.get("/");
  CHECK(home.has(
      "href=\"/\" aria-current=\"true\" lang=\"ja\">外務省の地方連携事業</a> <span class=\"count\">2018年7月"));
  CHECK(home.has("href=\"/?edition=2016-07\" lang=\"ja\">外務省の地方連携事業</a> <span class=\"count\">2016年7月"));
  CHECK(home.has("<a href=\"/search?type=case\">事業例 <span class=\"count\">22</span></a>"));
  CHECK(home.has("<a href=\"" + need + "\">"));
  CHECK(home.has("<a href=\"/office/\">"));

  CHECK(served.get("/office/").has("href=\"/search?type=contact\""));
  CHECK(served.get("/office/?edition=2016-07").has("href=\"/search?type=contact&amp;edition=2016-07\""));

  const Reply before = served.get("/?edition=2016-07");
  CHECK(before.has("href=\"/?edition=2016-07\" aria-current=\"true\""));
  CHECK(before.has("<a href=\"/search?type=case&amp;edition=2016-07\">事業例 <span class=\"count\">21</span></a>"));
  CHECK(before.has("<a href=\"" + need + "&amp;edition=2016-07\">"));
  CHECK(before.has("<input type=\"hidden\" name=\"edition\" value=\"2016-07\">"));
  CHECK(before.has("2016年7月版"));
  CHECK_FALSE(server().get("/").has("<h2 id=\"editions\">"));
}

TEST_CASE("an office by whatever names it, as `contact` finds it") {
  const TemporaryFolder folder;
  const std::string more =
      folder
          .write("more.jsonl",
                 R"({"id":"k1","type":"contact","title":"港町 国際交流協会","text":"窓口","phone":"099-123-4567"})")
          .string();
  const std::string db = (folder.path() / "db").string();
  REQUIRE(run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", more, "--db", db}).exit_code == 0);
  const Served served(db);
  struct Example {
    const char* typed;
    const char* heading;
    const char* says;
  };
  for (const Example& example : std::vector<Example>{
           {"開発協力総括課", "開発協力総括課", "tel:03-5501-8373"},
           {"かいはつきょうりょくそうかつか", "開発協力総括課", "tel:03-5501-8373"},
           {"03-5501-8087", "人事課", "tel:03-5501-8087"},
           {"大阪分室", "大阪分室", "tel:03-5501-8491"},
           {"港町 国際交流協会", "港町 国際交流協会", "tel:099-123-4567"},
       }) {
    CAPTURE(example.typed);
    const Reply page = served.get("/office/" + encoded(example.typed));
    CHECK(page.status == 200);
    CHECK(page.has("<h1 lang=\"ja\">" + std::string(example.heading) + "</h1>"));
    CHECK(page.has(example.says));
    CHECK(run("chiho-search", {"contact", example.typed, "--db", db}).exit_code == 0);
  }
  const Reply nobody = served.get("/office/" + encoded("開発協力総活課"));
  CHECK(nobody.status == 404);
  CHECK(nobody.has("もしかして: <a href=\"/office/" + encoded("開発協力総括課")));
  CHECK(nobody.has("tel:03-5501-8491"));
}

TEST_CASE("a record leads to those like it") {
  const Reply page = server().get("/record/2018-07/case/cambodia-water");
  const auto at = page.body.find("似ている記録");
  REQUIRE(at != std::string::npos);
  const Outcome similar = run(
      "chiho-search", {"similar", "2018-07/case/cambodia-water", "-n", "5", "--json", "--db", digest_index().string()});
  const auto answer = nlohmann::json::parse(similar.out);
  for (const auto& hit : answer.at("hits")) {
    CAPTURE(hit.at("id"));
    CHECK(page.body.find("href=\"/record/" + hit.at("id").get<std::string>() + "\"", at) != std::string::npos);
  }
}

TEST_CASE("where the edition names a PDF, its pages can be opened; where a page is not known, nothing is guessed") {
  const TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "2018-07";
  std::filesystem::copy(CHIHO_SOURCE_DIR "/corpus/2018-07", dir, std::filesystem::copy_options::recursive);
  replace_in(dir / "edition.toml", "pages =", "pdf = \"https://example.jp/brochure.pdf\"\npages =");
  replace_in(dir / "cases/cambodia-water.toml", "page = 17", "page = 17\npdf_page = 19");
  const std::string db = (folder.path() / "db").string();
  const Outcome built = run("chiho-index", {"build", dir.string(), "--db", db});
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  const Served served(db);
  const Reply found = served.get("/search?q=" + encoded("無償資金協力 水道"));
  CHECK(found.has("href=\"https://example.jp/brochure.pdf#page=19\""));
  CHECK(found.body.find("#page=") == found.body.rfind("#page="));
  CHECK(served.get("/record/2018-07/case/cambodia-water").has("brochure.pdf#page=19"));
  CHECK(served.get("/edition/2018-07").has("href=\"https://example.jp/brochure.pdf\""));
}

TEST_CASE("the language of the page") {
  CHECK(server().get("/").has("<html lang=\"ja\">"));
  CHECK(server().get("/", "Accept-Language: en-US,en;q=0.9\r\n").has("<html lang=\"en\">"));
  CHECK(server().get("/?lang=ja", "Accept-Language: en-US,en;q=0.9\r\n").has("<html lang=\"ja\">"));
  const Reply english = search("水道", "&lang=en");
  CHECK(english.has("<html lang=\"en\">"));
  CHECK(english.has("Search</button>"));
  CHECK(english.has("/record/2018-07/case/cambodia-water?lang=en"));
}

TEST_CASE("other faces: OpenSearch, health, files that can be kept") {
  const Reply opensearch = server().get("/opensearch.xml");
  CHECK(opensearch.headers.at("content-type").starts_with("application/opensearchdescription+xml"));
  CHECK(opensearch.has("template=\"http://127.0.0.1/search?q={searchTerms}"));
  CHECK(server().get("/healthz").body == "ok\n");
  const Reply home = server().get("/");
  const auto at = home.body.find("/assets/");
  const Reply style = server().get(home.body.substr(at, home.body.find('"', at) - at));
  CHECK(style.headers.at("content-type") == "text/css; charset=utf-8");
  CHECK(style.headers.at("cache-control").find("immutable") != std::string::npos);
  CHECK(server().get("/assets/000000000000/style.css").status == 404);
  CHECK(server().get("/assets/../../etc/passwd").status == 404);
}

TEST_CASE("outside text is text wherever it comes back") {
  const std::string attack = "\"><script>alert(1)</script>";
  for (const std::string& target : std::vector<std::string>{
           "/search?q=" + encoded(attack), "/search?q=a&office=" + encoded(attack),
           "/search?q=a&edition=" + encoded(attack), "/office/" + encoded(attack), "/record/" + encoded(attack),
           "/" + encoded(attack), "/search?n=" + encoded(attack), "/search?type=case&year=" + encoded(attack)}) {
    CAPTURE(target);
    const Reply page = server().get(target);
    CHECK(page.status != 0);
    CHECK_FALSE(page.has("<script>alert"));
  }
  CHECK_FALSE(
      reply_of(server().raw("GET /opensearch.xml HTTP/1.1\r\nHost: \"><x\r\nConnection: close\r\n\r\n")).has("<x"));
}

}  // namespace
}  // namespace chiho::test
