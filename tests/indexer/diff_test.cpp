// What changed between two editions.
#include "indexer/diff/diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "indexer/diff/render.hpp"

namespace chiho::test {
namespace {

const Analyzer& analyzer() {
  static const Analyzer shared;
  return shared;
}

RecordFile scheme(const std::string& name, const std::string& title, const std::string& text, int page) {
  RecordFile file;
  file.type = RecordType::scheme;
  file.name = name;
  file.title = title;
  file.text = text;
  file.page = page;
  file.office = {"水道課"};
  file.audience = {"自治体"};
  file.need = {"水道を作りたい"};
  return file;
}

EditionFolder edition() {
  EditionFolder folder;
  folder.edition.id = "2020-01";
  folder.edition.date = "2020-01";
  folder.edition.title = "見本の冊子";
  folder.edition.last_page = 20;
  folder.edition.contact = "水道課";
  folder.edition.offices = {{"water", "水道課", {}, 20, "03-1111-2222", {"12"}, "", "", ""},
                            {"bridge", "橋梁課", {}, 20, "03-3333-4444", {}, "", "", ""}};
  folder.edition.audiences = {{"自治体", {}, {}}};
  folder.edition.needs = {{"水道を作りたい", {}, "整備", {3}}};
  RecordFile study = scheme("river", "川の水道の例", "川から水を引いた村の話です。", 11);
  study.type = RecordType::case_study;
  study.audience = study.need = {};
  study.scheme = {"水道の支援"};
  study.year = {2018};
  folder.files = {scheme("water", "水道の支援", "途上国の町に水道を作る計画を支えます。", 3),
                  scheme("school", "学校訪問", "児童と生徒が役所を訪れて仕事を学びます。", 4), study};
  return folder;
}

Diff changes(const std::function<void(EditionFolder&)>& change) {
  EditionFolder after = edition();
  change(after);
  return compare_editions(edition(), after, analyzer());
}

std::string told(const std::function<void(EditionFolder&)>& change) {
  return render_diff_text(changes(change), Lang::ja);
}

TEST_CASE("the same edition under another id has no changes") {
  CHECK(changes([](EditionFolder&) {}).empty());
  CHECK(changes([](EditionFolder& folder) { folder.edition.id = "2021-01"; }).empty());
  CHECK(told([](EditionFolder&) {}).empty());
}

TEST_CASE("phones come first, and nothing but the change is told") {
  CHECK(told([](EditionFolder& folder) {
          folder.files[0].year = {2021};
          folder.edition.offices[0].email = "water@example.jp";
          folder.edition.offices[0].phone = "03-1111-9999";
          folder.edition.offices[0].extension = {"12", "34"};
        }) ==
        "電話\n"
        "  水道課\n"
        "    電話: 03-1111-2222 → 03-1111-9999\n"
        "    内線: 12 → 12、34\n"
        "\n"
        "担当・連絡先\n"
        "  水道課\n"
        "    メール: （なし） → water@example.jp\n"
        "\n"
        "制度\n"
        "  水道の支援\n"
        "    年: （なし） → 2021\n");
}

TEST_CASE("a record that came or went is named by its title") {
  CHECK(told([](EditionFolder& folder) {
          folder.files.erase(folder.files.begin() + 1);
          folder.files.push_back(scheme("port", "港湾の整備", "港の岸壁を直します。", 5));
        }) == "制度\n  追加: 港湾の整備\n  削除: 学校訪問\n");
}

TEST_CASE("an id tells a record whose title changed; names of it elsewhere are no changes") {
  CHECK(told([](EditionFolder& folder) {
          folder.files[0].title = "上下水道への協力";
          folder.files[2].scheme = {"上下水道への協力"};
        }) == "制度\n  改称: 水道の支援 → 上下水道への協力\n");
}

TEST_CASE("likeness tells a record whose id and title changed") {
  CHECK(told([](EditionFolder& folder) {
          folder.files[1].name = "school-visits";
          folder.files[1].title = "児童生徒の来訪";
        }) == "制度\n  改称: 学校訪問 → 児童生徒の来訪\n\n頁などの移動\n  school → school-visits: 児童生徒の来訪\n");
}

TEST_CASE("the title tells more than an id that was given to another record") {
  const Diff diff = changes([](EditionFolder& folder) {
    folder.files[1].name = "school-visits";
    folder.files.push_back(scheme("school", "学校の建設", "校舎のない村に校舎を建てます。", 6));
  });
  CHECK(diff.kinds[1].renamed.empty());
  REQUIRE(diff.kinds[1].added.size() == 1);
  CHECK(diff.kinds[1].added[0].title == "学校の建設");
}

TEST_CASE("a renamed office, need and audience are told once, not in every record") {
  CHECK(told([](EditionFolder& folder) {
          folder.edition.offices[0].name = folder.edition.contact = "上下水道室";
          folder.edition.needs[0].name = "水道を作りたいとき";
          folder.edition.audiences[0].name = "地方自治体";
          for (RecordFile& file : folder.files) {
            file.office = {"上下水道室"};
            if (!file.need.empty()) file.need = {"水道を作りたいとき"};
            if (!file.audience.empty()) file.audience = {"地方自治体"};
          }
        }) ==
        "担当・連絡先\n  改称: 水道課 → 上下水道室\n"
        "\n逆引き\n  改称: 水道を作りたい → 水道を作りたいとき\n"
        "\n対象\n  改称: 自治体 → 地方自治体\n");
}

TEST_CASE("pages that moved make no record changed: they are told last, together") {
  const Diff diff = changes([](EditionFolder& folder) {
    for (Office& office : folder.edition.offices) office.page = 22;
    folder.files[0].page = 5;
    folder.files[0].pdf_page = 7;
    folder.edition.needs[0].pages = {5};
  });
  CHECK(std::ranges::all_of(diff.kinds, &KindChanges::empty));
  CHECK(render_diff_text(diff, Lang::en) ==
        "Moved\n"
        "  p.20 → p.22: 水道課, 橋梁課\n"
        "  p.3 → p.5: 水道の支援, 水道を作りたい\n"
        "  (none) → PDF p.7: 水道の支援\n");
}

TEST_CASE("an office that left the directory is changed") {
  CHECK(told([](EditionFolder& folder) { folder.edition.offices[1].page = std::nullopt; }) ==
        "担当・連絡先\n  橋梁課\n    頁: 20 → （なし）\n");
}

TEST_CASE("a longer text is told word by word, without what is far from the change") {
  CHECK(told([](EditionFolder& folder) {
          folder.files[0].text = "途上国の町に下水道を作る計画を支えます。";
          folder.files[0].details = {"場所 カンボジア"};
        }) ==
        "制度\n  水道の支援\n"
        "    本文: 途上国の町に[-水道-]{+下水道+}を作る計画を支えます。\n"
        "    詳細: （なし） → 場所 カンボジア\n");
}

TEST_CASE("Markdown for circulation: what would be markup is text") {
  const std::string page = render_diff_markdown(changes([](EditionFolder& folder) {
                                                  folder.edition.id = folder.edition.date = "2021-01";
                                                  folder.edition.offices[0].phone = "03-1111-9999";
                                                  folder.files[1].title = "<script>*学校*訪問|";
                                                }),
                                                Lang::ja);
  CHECK(page ==
        "# 見本の冊子の変更点 2020-01 → 2021-01\n\n"
        "## 電話\n\n- 水道課\n  - 電話: 03-1111-2222 → 03-1111-9999\n\n"
        "## 制度\n\n- 改称: 学校訪問 → &lt;script&gt;\\*学校\\*訪問\\|\n\n"
        "## 版\n\n- 見本の冊子\n  - 発行: 2020-01 → 2021-01\n");
  CHECK(render_diff_markdown(changes([](EditionFolder&) {}), Lang::ja).empty());
}

TEST_CASE("a terminal is sent no control characters") {
  const std::string shown = told([](EditionFolder& folder) { folder.files[1].title = "学校\x1b[31m訪問\n偽の行"; });
  CHECK(shown == "制度\n  改称: 学校訪問 → 学校\\u001B[31m訪問⏎偽の行\n");
}

TEST_CASE("a thousand records without a likeness are compared in time") {
  const Diff diff = changes([](EditionFolder& folder) {
    folder.files.clear();
    for (int i = 0; i < 1000; ++i)
      folder.files.push_back(scheme("n" + std::to_string(i), std::to_string(i * 7919), std::to_string(i * 104729), 3));
  });
  CHECK(diff.kinds[1].added.size() == 1000);
  CHECK(diff.kinds[1].removed.size() == 2);
}

}  // namespace
}  // namespace chiho::test
