// What is read of a brochure that no one printed.
#include <doctest/doctest.h>

#include <algorithm>

#include "import/import.hpp"
#include "invented_brochure.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;
using Names = std::vector<std::string>;
using Numbers = std::vector<int>;

namespace {

const Imported& imported() {
  static const Imported once = import_brochure(import_test::invented_brochure, "2021-04", {});
  return once;
}

const RecordFile& record(RecordType type, const std::string& title) {
  const auto& records = imported().records;
  const auto found = std::find_if(records.begin(), records.end(),
                                  [&](const RecordFile& r) { return r.type == type && r.title == title; });
  REQUIRE_MESSAGE(found != records.end(), "no record " << title);
  return *found;
}
const RecordFile& scheme(const std::string& title) {
  return record(RecordType::scheme, title);
}
const RecordFile& case_of(const std::string& title) {
  return record(RecordType::case_study, title);
}

const Office& office(const std::string& name) {
  const auto& offices = imported().edition.offices;
  const auto found = std::find_if(offices.begin(), offices.end(), [&](const Office& o) { return o.name == name; });
  REQUIRE_MESSAGE(found != offices.end(), "no office " << name);
  return *found;
}

}  // namespace

TEST_CASE("the edition's title, date, pages and general contact") {
  const Edition& edition = imported().edition;
  CHECK(edition.id == "2021-04");
  CHECK(edition.title == "見本省の港町支援");
  CHECK(edition.date == "2021-04");
  CHECK(edition.first_page == 1);
  CHECK(edition.last_page == 10);
  CHECK(edition.contact == "港湾課");
}

TEST_CASE("needs with their groups and pages") {
  const std::vector<Need> expected{
      {"港を知りたい", {}, "くらしの支援", {1, 2}},   {"船を直したい", {}, "くらしの支援", {3}},
      {"漁具を替えたい", {}, "くらしの支援", {3}},    {"海の祭りを開きたい", {}, "つながりの支援", {4, 5}},
      {"魚を広めたい", {}, "つながりの支援", {4, 5}},
  };
  CHECK(imported().edition.needs == expected);
}

TEST_CASE("schemes: page, needs, offices and audiences") {
  struct Expected {
    std::string title;
    int page;
    Names need, office, audience;
  };
  const std::vector<Expected> table{
      {"港の見学会", 1, {"港を知りたい"}, {"港湾課"}, {"小学生", "漁業者"}},
      {"港のたより・灯台だより", 2, {"港を知りたい"}, {"港湾課", "灯台管理室"}, {"個人"}},
      {"船の修理貸付", 3, {"船を直したい"}, {"水産金融室"}, {"中小漁業者"}},
      {"漁具の共同購入", 3, {"漁具を替えたい"}, {"資材室", "北の港事務所"}, {"漁業者"}},
      {"海の祭り", 4, {"海の祭りを開きたい", "魚を広めたい"}, {"観光振興課"}, {"市町村"}},
      {"朝市めぐり", 5, {"海の祭りを開きたい", "魚を広めたい"}, {}, {}},
      {"魚の出前授業", 5, {"海の祭りを開きたい", "魚を広めたい"}, {"MIHON水産部食文化課"}, {"学校", "小学生"}},
  };
  for (const Expected& expected : table) {
    CAPTURE(expected.title);
    const RecordFile& found = scheme(expected.title);
    CHECK(found.page == expected.page);
    CHECK(found.need == expected.need);
    CHECK(found.office == expected.office);
    CHECK(found.audience == expected.audience);
  }
}

TEST_CASE("hard-wrapped prose is joined, and a procedure keeps its URL") {
  CHECK(scheme("港の見学会").text == "港を歩き、働く人の話を聞く会を開きます。\n");
  CHECK(scheme("港の見学会").procedure == "希望日の一か月前までに申し込んでください。");
  CHECK(scheme("船の修理貸付").url == "https://example.jp/fune");
}

TEST_CASE("a procedure without its label is the last paragraph behind the picture") {
  const RecordFile& found = scheme("港のたより・灯台だより");
  CHECK(found.procedure == "お便りは港湾課が受け付けます。");
  CHECK(found.text == "港の出来事を毎月知らせます。\n");
  CHECK_FALSE(found.review.empty());
}

TEST_CASE("a card without fields that tells of one event has its year and its links") {
  const RecordFile& found = scheme("朝市めぐり");
  CHECK(found.year == Numbers{2020});
  CHECK(found.fiscal_year == Numbers{2020});
  CHECK(found.url == "https://example.jp/asaichi");
  CHECK(found.details == Names{"記録 https://example.jp/asaichi"});
}

TEST_CASE("cases: page, scheme, offices and years") {
  struct Expected {
    std::string title;
    int page;
    Names scheme, office;
    Numbers year, fiscal_year;
  };
  const std::vector<Expected> table{
      {"夏の港めぐり", 6, {"港の見学会"}, {"港湾課", "灯台管理室"}, {2020}, {2020}},
      {"船の修理貸付", 7, {"船の修理貸付"}, {"水産金融室", "資材室"}, {2018, 2019, 2020, 2021}, {2018, 2019, 2020}},
      {"大型船修理貸付", 7, {"船の修理貸付"}, {"水産金融室", "資材室"}, {2020}, {2020}},
      {"海の祭り", 8, {"海の祭り"}, {"観光振興課"}, {}, {}},
      {"「さばの日」", 9, {"魚の出前授業"}, {}, {2019}, {2019}},
  };
  for (const Expected& expected : table) {
    CAPTURE(expected.title);
    const RecordFile& found = case_of(expected.title);
    CHECK(found.page == expected.page);
    CHECK(found.scheme == expected.scheme);
    CHECK(found.office == expected.office);
    CHECK(found.year == expected.year);
    CHECK(found.fiscal_year == expected.fiscal_year);
  }
  const auto& records = imported().records;
  CHECK(std::count_if(records.begin(), records.end(),
                      [](const RecordFile& r) { return r.type == RecordType::case_study; }) == 5);
}

TEST_CASE("a case's details and captions stand apart from its prose") {
  const RecordFile& found = case_of("夏の港めぐり");
  CHECK(found.text == "港で働く人が案内する。\n親子など約三十名が参加した。\n");
  CHECK(found.details == Names{"開催日 令和２年７月２０日～２２日", "案内役 北の港の漁業者",
                               "場所 北の港(第一埠頭、灯台)", "担当課室 港湾課(案内は灯台管理室)"});
  CHECK(found.captions == Names{"灯台に登る親子"});
}

TEST_CASE("what a case calls its scheme is an alias of the scheme") {
  CHECK(scheme("船の修理貸付").aliases == Names{"船の修理貸付（小型船）", "大型船修理貸付"});
  CHECK(scheme("魚の出前授業").aliases == Names{"魚の学校"});
}

TEST_CASE("a heading of a case that is its title is no name of its scheme") {
  const Imported found = import_brochure(
      "山の支援\n\n目次\n\n働きたい人へ\n\n林業を学びたい\t1\n\n事業例\n\n塾の一年\t2\n\n問い合わせ\n\n連絡先一覧\t3\n"
      "\n"
      "林業を学びたい\n\nきこり塾\n\n山を学ぶ塾です。\n\n手続き\n\n応募してください。\n\n連絡先\n\n林業室\n\n主な対象\n"
      "\n個人\n\n"
      "事業例 p.2\n\n事業例\n\n塾の一年\n\nスキーム きこり塾\n\n十人が学んだ。\n\n概要と成果\n\n- 十人が修了した。\n",
      "2021-04", {});
  REQUIRE(found.records.size() == 2);
  CHECK(found.records[1].title == "塾の一年");
  CHECK(found.records[1].scheme == Names{"きこり塾"});
  CHECK(found.records[0].aliases.empty());
}

TEST_CASE("the directory, and offices that it does not list") {
  struct Expected {
    std::string name, phone;
    Names extension;
    std::string email, url, note;
  };
  const std::vector<Expected> table{
      {"港湾課", "03-1234-5678", {}, "minato@example.jp", "https://example.jp/minato", "何でもお尋ねください。"},
      {"灯台管理室", "03-1234-5670", {"12", "34"}, "", "", ""},
      {"水産金融室", "045-123-4567", {}, "", "", "貸付"},
      {"資材室", "03-1234-0000", {}, "", "", ""},
      {"観光振興課", "03-1234-0000", {}, "", "", ""},
      {"MIHON水産部食文化課", "0120-123-456", {}, "shoku@example.jp", "", ""},
      {"海の協会", "03-9999-0000", {}, "", "", "見本会館内"},
      {"漁具案内Webサイト", "", {}, "", "https://example.jp/gyogu", ""},
  };
  for (const Expected& expected : table) {
    CAPTURE(expected.name);
    const Office& found = office(expected.name);
    CHECK(found.page == 10);
    CHECK(found.phone == expected.phone);
    CHECK(found.extension == expected.extension);
    CHECK(found.url == expected.url);
    CHECK(found.note == expected.note);
    if (expected.name != "港湾課" && expected.name != "灯台管理室") CHECK(found.email == expected.email);
  }
  CHECK_FALSE(office("北の港事務所").page);
  CHECK(imported().edition.offices.size() == table.size() + 1);
  CHECK(office("資材室").aliases == Names{"見本省水産局資材室"});
}

TEST_CASE("audiences: a name that ends with another is narrower") {
  const auto& audiences = imported().edition.audiences;
  const auto found =
      std::find_if(audiences.begin(), audiences.end(), [](const Audience& a) { return a.name == "中小漁業者"; });
  REQUIRE(found != audiences.end());
  CHECK(found->broader == Names{"漁業者"});
}

TEST_CASE("the folder that is written of it has no faults") {
  const TemporaryFolder folder;
  const auto dir = folder.path() / "edition";
  write_edition_folder(dir, imported().edition, imported().records);
  const EditionFolder read = read_edition_folder(dir);
  for (const Fault& fault : read.faults) MESSAGE(fault.str(Lang::en));
  CHECK(read.faults.empty());
  CHECK(read.records.size() == 7 + 5 + 8);
}

TEST_CASE("事業例 at the head of a further page of cases is no label, and the heading below it no value") {
  std::string text(import_test::invented_brochure);
  const std::string heading = "\n魚の学校\n\n海辺の";
  REQUIRE(text.find(heading) != std::string::npos);
  text.insert(text.find(heading), "\n事業例\n");
  const Imported again = import_brochure(text, "2021-04", {});
  REQUIRE(again.records.size() == imported().records.size());
  for (std::size_t i = 0; i < again.records.size(); ++i) {
    CAPTURE(again.records[i].title);
    CHECK(again.records[i].title == imported().records[i].title);
    CHECK(again.records[i].details == imported().records[i].details);
    CHECK(again.records[i].review.size() == imported().records[i].review.size());
  }
}

TEST_CASE("where a sentence stands right behind the scheme's name, it is the text of the case") {
  for (const std::string between : {"", "\n"}) {
    CAPTURE(between);
    std::string text(import_test::invented_brochure);
    const std::string name = "スキーム 港の見学会";
    const std::size_t at = text.find(name + "\n\n港で");
    REQUIRE(at != std::string::npos);
    text.replace(at, name.size() + 2, name + between);
    const Imported again = import_brochure(text, "2021-04", {});
    REQUIRE(again.records.size() == imported().records.size());
    for (std::size_t i = 0; i < again.records.size(); ++i) {
      CAPTURE(again.records[i].title);
      CHECK(again.records[i].aliases == imported().records[i].aliases);
      CHECK(again.records[i].text == imported().records[i].text);
      CHECK(again.records[i].scheme == imported().records[i].scheme);
    }
  }
}

TEST_CASE("what may be the rest of an office's name is noted with its place") {
  std::string text(import_test::invented_brochure);
  const std::string place = std::to_string(std::ranges::count(text, '\n') + 1) + ": ";
  text += "ター\thttps://example.jp/koryu\n";
  const Imported again = import_brochure(text, "2021-04", {});
  CHECK(std::ranges::any_of(again.notes, [&](const Text& note) {
    return note.ja.starts_with("行 " + place + "連絡先一覧の「ター」は上の「漁具案内Webサイト」の続き") &&
           note.en.starts_with("line " + place);
  }));
}

TEST_CASE("a scheme of which the title is a letter or two is to be reviewed") {
  std::string text(import_test::invented_brochure);
  const std::string title = "\n海の祭り\n\n祭りを";
  REQUIRE(text.find(title) != std::string::npos);
  text.replace(text.find(title), title.size(), "\n主\n\n海の祭り\n\n祭りを");
  const Imported again = import_brochure(text, "2021-04", {});
  const auto torn = std::ranges::find(again.records, "主", &RecordFile::title);
  REQUIRE(torn != again.records.end());
  CHECK(std::ranges::any_of(torn->review, [](const std::string& review) { return review.ends_with("切れ端か"); }));
}
