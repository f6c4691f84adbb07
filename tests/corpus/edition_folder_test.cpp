#include "corpus/edition_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "sound_edition.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using corpus_test::Files;
using corpus_test::sound_edition;
using test::TemporaryFolder;
using Names = std::vector<std::string>;

namespace {

EditionFolder read(const Files& files) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : files) folder.write(name, text);
  EditionFolder result = read_edition_folder(folder.path());
  // The faults as files of the edition.
  for (Faults* faults : {&result.faults, &result.reviews}) {
    for (Fault& fault : *faults) fault.file.erase(0, folder.path().string().size() + 1);
  }
  return result;
}

std::string lines(const Faults& faults, Lang lang = Lang::en) {
  std::string text;
  for (const Fault& fault : faults) text += fault.str(lang) + "\n";
  return text;
}

// The faults of the sound edition after one replacement in one file.
std::string faults_with(const std::string& file, const std::string& old, const std::string& with) {
  Files files = sound_edition();
  std::string& text = files[file];
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  text.replace(at, old.size(), with);
  return lines(read(files).faults);
}

const Record& record(const EditionFolder& folder, const std::string& id) {
  const auto found =
      std::find_if(folder.records.begin(), folder.records.end(), [&](const Record& one) { return one.id == id; });
  REQUIRE(found != folder.records.end());
  return *found;
}

}  // namespace

TEST_CASE("an edition folder is an edition and its records") {
  const EditionFolder folder = read(sound_edition());
  CHECK(lines(folder.faults) == "");
  const Edition& edition = folder.edition;
  CHECK(edition.id == "2020-01");
  CHECK(edition.series == "見本");
  CHECK(edition.date == "2020-01");
  CHECK(edition.title == "見本の冊子");
  CHECK(edition.first_page == 1);
  CHECK(edition.last_page == 21);
  CHECK(edition.contact == "地方窓口");
  REQUIRE(edition.offices.size() == 2);
  CHECK(edition.offices[0] == Office{"window",
                                     "地方窓口",
                                     {"総合窓口", "地方の窓口"},
                                     21,
                                     "03-5501-8491",
                                     {"12", "34"},
                                     "window@example.jp",
                                     "https://example.jp/",
                                     "迷ったらこちらへ"});
  CHECK(edition.audiences ==
        std::vector<Audience>{{"企業", {}, {}}, {"中小企業", {"中小の企業"}, {"企業"}}, {"自治体", {}, {}}});
  CHECK(edition.needs == std::vector<Need>{{"海外で水道を作りたい", {"水道を作りたい"}, "海外展開支援", {7}},
                                           {"海外と交流したい", {}, "交流", {}}});
  Names ids;
  for (const Record& one : folder.records) ids.push_back(one.id);
  CHECK(ids ==
        Names{"2020-01/scheme/exchange", "2020-01/scheme/water", "2020-01/case/river", "2020-01/contact/window"});
}

TEST_CASE("a scheme is its own scheme, and holds controlled names") {
  const Record scheme = record(read(sound_edition()), "2020-01/scheme/water");
  CHECK(scheme.type == RecordType::scheme);
  CHECK(scheme.title == "水道の協力");
  CHECK(scheme.page == 7);
  CHECK(scheme.pdf_page == 9);
  CHECK(scheme.edition == "2020-01");
  CHECK(scheme.scheme == Names{"水道の協力"});
  CHECK(scheme.office == Names{"水道協力課", "地方窓口"});
  CHECK(scheme.audience == Names{"自治体", "中小企業"});
  CHECK(scheme.need == Names{"海外で水道を作りたい"});
  CHECK(scheme.procedure == "申し込みます。\n随時です。");
  CHECK(scheme.text == "水道を作ります。\n開始 平成20年度\n浄水場\n別名: 水の協力\n逆引き: 海外展開支援\n");
  CHECK(scheme.url == "https://example.jp/water");
}

TEST_CASE("a case has the audiences and needs of its schemes") {
  const EditionFolder folder = read(sound_edition());
  const Record& study = record(folder, "2020-01/case/river");
  CHECK(study.type == RecordType::case_study);
  CHECK(study.scheme == Names{"水道の協力", "交流"});
  CHECK(study.audience == Names{"自治体", "中小企業", "企業"});
  CHECK(study.need == Names{"海外で水道を作りたい", "海外と交流したい"});
  CHECK(study.office == Names{"水道協力課"});
  CHECK(study.year == std::vector{2016, 2017});
  CHECK(study.fiscal_year == std::vector{2016});
  CHECK(study.text == "逆引き: 海外展開支援\n逆引き: 交流\n");
  CHECK(lines(folder.reviews) == "cases/river.toml:7:11: 年を確かめること\n");
}

TEST_CASE("the edition knows its schemes by title, alias and file") {
  CHECK(read(sound_edition()).edition.schemes ==
        std::vector<SchemeName>{{"exchange", "交流", {}}, {"water", "水道の協力", {"水の協力"}}});
}

TEST_CASE("contacts stand in the order of the directory, page by page") {
  Files files = sound_edition();
  files["offices.toml"] +=
      "[[office]]\nid = \"b\"\nname = \"二番\"\npage = 21\n"
      "[[office]]\nid = \"a\"\nname = \"三番\"\npage = 21\n"
      "[[office]]\nid = \"c\"\nname = \"前の頁\"\npage = 20\n";
  Names titles;
  for (const Record& one : read(files).records)
    if (one.type == RecordType::contact) titles.push_back(one.title);
  CHECK(titles == Names{"前の頁", "地方窓口", "二番", "三番"});
}

TEST_CASE("only the general contact says so") {
  Files files = sound_edition();
  files["offices.toml"] += "page = 21\n";
  CHECK(record(read(files), "2020-01/contact/water").text.empty());
}

TEST_CASE("a review note may call itself one") {
  Files files = sound_edition();
  std::string& river = files["cases/river.toml"];
  river.replace(river.find("年を確かめること"), std::string("年を確かめること").size(), "要確認: 行 3 年");
  CHECK(lines(read(files).reviews, Lang::ja) == "cases/river.toml:7:11: 行 3 年\n");
}

TEST_CASE("an office of the directory is a contact") {
  const Record contact = record(read(sound_edition()), "2020-01/contact/window");
  CHECK(contact.type == RecordType::contact);
  CHECK(contact.title == "地方窓口");
  CHECK(contact.page == 21);
  CHECK(contact.office == Names{"地方窓口"});
  CHECK(contact.phone == "03-5501-8491");
  CHECK(contact.extension == Names{"12", "34"});
  CHECK(contact.email == "window@example.jp");
  CHECK(contact.url == "https://example.jp/");
  CHECK(contact.text == "迷ったらこちらへ\n別名: 総合窓口、地方の窓口\n総合窓口: 見本の冊子\n");
}

TEST_CASE("each broken rule is a fault with its place and what was probably meant") {
  struct Example {
    std::string file;
    std::string old;
    std::string with;
    std::string expected;
  };
  const Example examples[] = {
      // edition.toml
      {"edition.toml", "series = \"見本\"\n", "", "edition.toml:1:1: series is missing\n"},
      {"edition.toml", "\"見本\"", "\" \"", "edition.toml:2:10: series is empty\n"},
      {"edition.toml", "series", "serie",
       "edition.toml:1:1: series is missing\n"
       "edition.toml:2:1: unknown key: serie (did you mean \"series\"?)\n"},
      {"edition.toml", "\"2020-01\"\nseries", "\"a/b\"\nseries",
       "edition.toml:1:6: an edition's id has no white space and no /\n"},
      {"edition.toml", "\"2020-01\"\nseries", "\"all\"\nseries",
       "edition.toml:1:6: an edition's id cannot be all, which means every edition\n"},
      {"edition.toml", "date = \"2020-01\"", "date = \"2020/1\"",
       "edition.toml:3:8: malformed date: 2020/1 (did you mean \"2020-01\"?)\n"},
      {"edition.toml", "[1, 21]", "[21, 1]", "edition.toml:5:10: pages must be [first, last]\n"},
      {"edition.toml", "[1, 21]", "21", "edition.toml:5:9: pages must be a list [1, 2], not an integer\n"},
      {"edition.toml", "総合窓口", "総合の窓口",
       "edition.toml:6:11: unknown office \"総合の窓口\" (did you mean \"総合窓口\"?)\n"},
      {"edition.toml", "contact", "pdf = \"x.pdf\"\ncontact",
       "edition.toml:6:7: malformed URL: x.pdf (did you mean \"https://x.pdf\"?)\n"},
      // offices.toml
      {"offices.toml", "id = \"water\"", "id = \"window\"",
       "offices.toml:13:6: duplicate id: window (also on line 2)\n"},
      {"offices.toml", "id = \"water\"", "id = \"Water\"",
       "offices.toml:13:6: an id is made of a-z, 0-9 and -: Water\n"},
      {"offices.toml", "id = \"water\"\n", "", "offices.toml:12:1: id is missing\n"},
      {"offices.toml", "name = \"水道協力課\"\n", "name = \"水道協力課\"\naliases = [\"地方の窓口\"]\n",
       "offices.toml:15:12: office \"地方の窓口\" is defined twice (it names \"地方窓口\")\n"},
      {"offices.toml", "03-5501-8491", "03-5501-849",
       "offices.toml:6:9: malformed phone number: 03-5501-849 (for example 03-5501-8000, with its hyphens)\n"},
      {"offices.toml", "03-5501-8491", "0355018491",
       "offices.toml:6:9: malformed phone number: 0355018491 (did you mean \"03-5501-8491\"?)\n"},
      {"offices.toml", "\"34\"", "\"26a6\"", "offices.toml:7:20: malformed extension: 26a6 (for example 5029)\n"},
      {"offices.toml", "window@example.jp", "window",
       "offices.toml:8:9: malformed e-mail address: window (for example name@example.jp)\n"},
      {"offices.toml", "page = 21", "page = 22", "offices.toml:5:8: p.22 is no page of this edition (p.1-21)\n"},
      {"offices.toml", "[\"12\", \"34\"]", "\"12\"",
       "offices.toml:7:13: extension must be a list [\"12\"], not a string\n"},
      {"offices.toml", "[\"12\", \"34\"]", "[12]",
       "offices.toml:7:14: extension must be a string \"12\", not an integer\n"},
      {"offices.toml", "id = \"water\"", "id = \"water\"\nfax = \"x\"", "offices.toml:14:1: unknown key: fax\n"},
      // audiences.toml
      {"audiences.toml", "broader = [\"企業\"]", "broader = [\"大企業\"]",
       "audiences.toml:6:12: unknown audience \"大企業\" (did you mean \"企業\"?)\n"},
      {"audiences.toml", "name = \"企業\"\n", "name = \"企業\"\nbroader = [\"中小の企業\"]\n",
       "audiences.toml:3:12: the broader audiences of \"企業\" lead back to itself\n"
       "audiences.toml:7:12: the broader audiences of \"中小企業\" lead back to itself\n"},
      // needs.toml
      {"needs.toml", "pages = [7]", "pages = [8]",
       "schemes/water.toml:7:9: pages disagree: this scheme is on p.7, but needs.toml has \"海外で水道を作りたい\" on "
       "p.8\n"},
      {"needs.toml", "pages = [7]", "pages = [7, 0]", "needs.toml:5:13: p.0 is no page of this edition (p.1-21)\n"},
      {"needs.toml", "pages = [7]", "pages = [\"7\"]",
       "needs.toml:5:10: pages must be an integer without quotes, not a string\n"},
      // schemes and cases
      {"schemes/water.toml", "page = 7\n", "", "schemes/water.toml:1:1: page is missing\n"},
      {"schemes/water.toml", "title = \"水道の協力\"", "title = \"\"", "schemes/water.toml:1:9: title is empty\n"},
      {"schemes/water.toml", "[\"水道協力課\", \"総合窓口\"]", "[\"水道課\"]",
       "schemes/water.toml:5:11: unknown office \"水道課\" (did you mean \"水道協力課\"?)\n"},
      {"schemes/water.toml", "[\"水道協力課\", \"総合窓口\"]", "[\"地方窓口\", \"総合窓口\"]",
       "schemes/water.toml:5:19: office \"地方窓口\" is given twice\n"},
      {"schemes/water.toml", "[\"水道協力課\", \"総合窓口\"]", "[\"\"]",
       "schemes/water.toml:5:11: office holds an empty string\n"},
      {"schemes/water.toml", "office = [\"水道協力課\", \"総合窓口\"]", "office = \"水道協力課\"",
       "schemes/water.toml:5:10: office must be a list [\"水道協力課\"], not a string\n"},
      {"schemes/water.toml", "中小の企業", "大企業",
       "schemes/water.toml:6:20: unknown audience \"大企業\" (did you mean \"企業\"?)\n"},
      {"schemes/water.toml", "水道を作りたい", "水道をつくりたい",
       "schemes/water.toml:7:9: unknown need \"水道をつくりたい\" (did you mean \"水道を作りたい\"?)\n"},
      {"schemes/water.toml", "need =", "scheme = [\"交流\"]\nneed =",
       "schemes/water.toml:7:1: scheme does not belong here (a scheme's scheme is its own title)\n"},
      {"schemes/water.toml", "aliases = [\"水の協力\"]", "aliases = [\"水の協力\", \"交流\"]",
       "schemes/water.toml:2:20: scheme \"交流\" is defined twice (it names \"交流\")\n"},
      {"schemes/water.toml", "https://example.jp/water", "javascript:alert(1)",
       "schemes/water.toml:15:7: malformed URL: javascript:alert(1) (for example https://www.example.jp/)\n"},
      {"schemes/water.toml", "pdf_page = 9", "pdf_page = 0", "schemes/water.toml:4:12: pdf_page counts from 1\n"},
      {"schemes/water.toml", "text = \"水道を作ります。\"", "text = 3",
       "schemes/water.toml:12:8: text must be a string \"3\", not an integer\n"},
      {"schemes/water.toml", "開始 平成20年度", "開催日 平成30年13月45日",
       "schemes/water.toml:13:12: no such date: 平成30年13月45日\n"},
      // control characters
      {"edition.toml", "id = \"2020-01\"", "id = \"2020\\u0085\"",
       "edition.toml:1:6: an edition's id has no white space and no /\n"},
      {"edition.toml", "id = \"2020-01\"", "id = \"2020\\u001B\"",
       "edition.toml:1:6: edition holds the control character U+001B\n"},
      {"edition.toml", "\"見本\"", "\"見本\\u0000\"", "edition.toml:2:10: series holds the control character U+0000\n"},
      {"edition.toml", "見本の冊子", "見本\\nの冊子", "edition.toml:4:9: title holds a line end\n"},
      {"offices.toml", "name = \"水道協力課\"", "name = \"水道協力課\"\naliases = [\"水道\\t課\"]",
       "offices.toml:15:12: aliases holds a tab\n"},
      {"offices.toml", "迷ったら", "迷っ\\u009Bたら", "offices.toml:10:8: note holds the control character U+009B\n"},
      {"offices.toml", "window@example.jp", "w@example\\u0085.jp",
       "offices.toml:8:9: malformed e-mail address: w@example\\u0085.jp (for example name@example.jp)\n"},
      {"needs.toml", "海外展開支援", "海外\\u007F展開", "needs.toml:4:9: group holds the control character U+007F\n"},
      {"schemes/water.toml", "浄水場", "浄水\\u0007場",
       "schemes/water.toml:14:13: captions holds the control character U+0007\n"},
      {"schemes/water.toml", "開始 ", "開始\\n", "schemes/water.toml:13:12: details holds a line end\n"},
      {"schemes/water.toml", "水道を作ります。", "水道を\\r\\n作ります。",
       "schemes/water.toml:12:8: text holds the control character U+000D\n"},
      {"schemes/water.toml", "随時です。", "随時\\u001B[31mです。",
       "schemes/water.toml:8:13: procedure holds the control character U+001B\n"},
      {"schemes/water.toml", "https://example.jp/water", "https://example.jp/\\u0085",
       "schemes/water.toml:15:7: malformed URL: https://example.jp/\\u0085 (for example https://www.example.jp/)\n"},
      {"cases/river.toml", "page = 17", "page = 99",
       "cases/river.toml:2:8: p.99 is no page of this edition (p.1-21)\n"},
      {"cases/river.toml", "page = 17", "page = \"17\"",
       "cases/river.toml:2:8: page must be an integer without quotes, not a string\n"},
      {"cases/river.toml", "水の協力", "水の強力",
       "cases/river.toml:3:11: unknown scheme \"水の強力\" (did you mean \"水の協力\"?)\n"},
      {"cases/river.toml", "scheme = [\"水の協力\", \"交流\"]\n", "", "cases/river.toml:1:1: scheme is missing\n"},
      {"cases/river.toml", "[\"水の協力\", \"交流\"]", "[]", "cases/river.toml:3:10: scheme is empty\n"},
      {"cases/river.toml", "year = [2017, 2016]", "year = [2017, 29, 2016]",
       "cases/river.toml:5:15: not a year: 29 (1868-2200)\n"},
      {"cases/river.toml", "fiscal_year = [2016]", "fiscal_year = [2016, 2018]",
       "cases/river.toml:6:22: fiscal_year 2018 (April 2018 to March) has no day in any year of `year`\n"},
      {"cases/river.toml", "review", "need = [\"海外と交流したい\"]\nreview",
       "cases/river.toml:7:1: need does not belong here (a case has that of its scheme)\n"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.with);
    CHECK(faults_with(example.file, example.old, example.with) == example.expected);
  }
}

TEST_CASE("names that cannot be read are not called unknown as well") {
  Files files = sound_edition();
  files["offices.toml"] = "[[office]\n";
  const Faults faults = read(files).faults;
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == "offices.toml");
}

TEST_CASE("faults of all files are reported at once, in the order of files and lines") {
  Files files = sound_edition();
  files["cases/river.toml"] += "colour = \"x\"\n";
  files["schemes/water.toml"] += "zzz = 1\nyyy = 2\n";
  files["edition.toml"] += "qqq = 1\n";
  files["needs.toml"] = "oops";
  CHECK(read(files).faults.size() == 5);
  Names places;
  for (const Fault& fault : read(files).faults) places.push_back(fault.file + ":" + std::to_string(fault.line));
  CHECK(places == Names{"cases/river.toml:8", "edition.toml:7", "needs.toml:1", "schemes/water.toml:16",
                        "schemes/water.toml:17"});
}

TEST_CASE("files that hold no records are ignored or refused") {
  Files files = sound_edition();
  files["README.md"] = "read me";
  files["import-report.txt"] = "lines";
  files["offices.toml.orig"] = "\xFF";
  files[".git/config"] = "\xFF";
  files["schemes/.water.toml.swp"] = "\xFF";
  files["schemes/water.toml~"] = "\xFF";
  files["schemes/readme.txt"] = "read me";
  CHECK(lines(read(files).faults) == "");
  files["schemes/Water.toml"] = "title = \"大文字\"\npage = 1\n";
  files["cases/deep/x.toml"] = "";
  files["cases/river2.TOML"] = "";
  files["foo.toml"] = "";
  files["other/x.toml"] = "";
  files["scheme/lost.toml"] = "";
  files["office.toml"] = "";
  CHECK(lines(read(files).faults) ==
        "cases/deep:1:1: no folder belongs here (a record is one file)\n"
        "cases/river2.TOML:1:1: a file name is made of a-z, 0-9 and - (it becomes the record's id)\n"
        "cases/river2.TOML:1:1: title is missing\n"
        "cases/river2.TOML:1:1: page is missing\n"
        "cases/river2.TOML:1:1: scheme is missing\n"
        "foo.toml:1:1: unknown name (keep it elsewhere)\n"
        "office.toml:1:1: unknown name (did you mean \"offices.toml\"?)\n"
        "other:1:1: unknown name (keep it elsewhere)\n"
        "scheme:1:1: unknown name (did you mean \"schemes\"?)\n"
        "schemes/Water.toml:1:1: a file name is made of a-z, 0-9 and - (it becomes the record's id)\n");
}

TEST_CASE("a file of names that is missing is one fault, whatever uses its names") {
  Files files = sound_edition();
  files.erase("needs.toml");
  CHECK(lines(read(files).faults) == "needs.toml:1:1: needs.toml is missing (\"海外と交流したい\" is used)\n");
  files.erase("audiences.toml");
  files.erase("offices.toml");
  CHECK(lines(read(files).faults) ==
        "audiences.toml:1:1: audiences.toml is missing (\"自治体\" is used)\n"
        "needs.toml:1:1: needs.toml is missing (\"海外と交流したい\" is used)\n"
        "offices.toml:1:1: offices.toml is missing (\"総合窓口\" is used)\n");
}

TEST_CASE("a file of names that nothing uses need not be there") {
  Files files{{"edition.toml", sound_edition()["edition.toml"]}, {"offices.toml", sound_edition()["offices.toml"]}};
  const EditionFolder folder = read(files);
  CHECK(lines(folder.faults) == "");
  CHECK(folder.records.size() == 1);
  files.erase("edition.toml");
  CHECK(lines(read(files).faults) == "edition.toml:1:1: no edition.toml: this is no edition folder\n");
}

TEST_CASE("a folder that is not there is an error; a fault names the path as it was given") {
  const TemporaryFolder folder;
  CHECK_FALSE(is_edition_folder(folder.path()));
  CHECK_THROWS_AS(read_edition_folder(folder.path() / "none"), Error);
  folder.write("e/edition.toml", "");
  CHECK(is_edition_folder(folder.path() / "e"));
  const EditionFolder read_folder = read_edition_folder(folder.path() / "e" / "");
  REQUIRE(read_folder.faults.size() == 6);  // id series date title pages contact
  for (const Fault& fault : read_folder.faults) CHECK(fault.file == (folder.path() / "e" / "edition.toml").string());
}
