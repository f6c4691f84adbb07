#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "corpus/edition_folder.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using namespace std::string_literals;
using test::TemporaryFolder;

namespace {

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Edition small_edition() {
  Edition edition;
  edition.id = "2020-01";
  edition.series = "見本";
  edition.date = "2020-01";
  edition.title = "見本の冊子";
  edition.last_page = 21;
  edition.contact = "窓口";
  edition.offices = {
      {"window", "窓口", {"総合窓口"}, 21, "03-5501-8491", {"12"}, "a@example.jp", "https://example.jp/", "迷ったら"},
      {"water", "水道課", {}, std::nullopt, "", {}, "", "", ""}};
  edition.audiences = {{"企業", {}, {}}, {"中小企業", {"中小"}, {"企業"}}};
  edition.needs = {{"交流したい", {}, "交流", {3, 4}}};
  return edition;
}

RecordFile scheme_file(const std::string& name, const std::string& title) {
  RecordFile file;
  file.name = name;
  file.title = title;
  file.page = 3;
  return file;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{"\"",
                                              "\"\"\"",
                                              "\"\"\"\"\"\"\"",
                                              "a\"",
                                              "\\",
                                              "\\n",
                                              "ends in \\",
                                              "'''",
                                              "\u2028\u2029\uFEFF",
                                              "𠮷\U0010FFFF\uFFFF",
                                              "# no comment",
                                              "[[need]]",
                                              "a = 1",
                                              "長い文" + std::string(200, 'x'),
                                              "  空白  ",
                                              "{}",
                                              "水道、上水道"};
  return texts;
}

const std::vector<std::string>& hostile_prose() {
  static const std::vector<std::string> texts{"\ttab",          "一行目\n\n三行目", "\n先頭の改行",
                                              "末尾の\\\n改行", "\"\"\"\n",         "終わりは\\"};
  return texts;
}

}  // namespace

TEST_CASE("an edition folder is written for people") {
  const TemporaryFolder folder;
  const auto dir = folder.path() / "made" / "2020-01";
  RecordFile scheme = scheme_file("water", "水道の「協力」");
  scheme.office = {"水道課"};
  scheme.audience = {"企業", "中小企業"};
  scheme.need = {"交流したい"};
  scheme.procedure = "窓口に申し込みます。";
  scheme.text = "一つ目の段落。\n二つ目の段落。\n";
  scheme.details = {std::string(40, 'a'), std::string(40, 'b')};
  RecordFile study = scheme_file("river", "川");
  study.type = RecordType::case_study;
  study.pdf_page = 5;
  study.scheme = {"水道の「協力」"};
  study.year = {2016, 2017};
  study.review = {"\"年\""};
  write_edition_folder(dir, small_edition(), {scheme, study});

  CHECK(content(dir / "edition.toml") ==
        "id = \"2020-01\"\nseries = \"見本\"\ndate = \"2020-01\"\ntitle = \"見本の冊子\"\n"
        "# pdf = \"https://…\"  # PDF の所在。頁へのリンクのため / its address, for links to its pages\n"
        "pages = [1, 21]\ncontact = \"窓口\"\n");
  CHECK(content(dir / "offices.toml") ==
        "[[office]]\nid = \"window\"\nname = \"窓口\"\naliases = [\"総合窓口\"]\npage = 21\nphone = \"03-5501-8491\"\n"
        "extension = [\"12\"]\nemail = \"a@example.jp\"\nurl = \"https://example.jp/\"\nnote = \"迷ったら\"\n"
        "\n[[office]]\nid = \"water\"\nname = \"水道課\"\n");
  CHECK(content(dir / "audiences.toml") ==
        "[[audience]]\nname = \"企業\"\n\n[[audience]]\nname = \"中小企業\"\naliases = [\"中小\"]\nbroader = "
        "[\"企業\"]\n");
  CHECK(content(dir / "needs.toml") == "[[need]]\nname = \"交流したい\"\ngroup = \"交流\"\npages = [3, 4]\n");
  CHECK(content(dir / "schemes" / "water.toml") ==
        "title = \"水道の「協力」\"\npage = 3\noffice = [\"水道課\"]\naudience = [\"企業\", \"中小企業\"]\nneed = "
        "[\"交流したい\"]\n"
        "procedure = \"窓口に申し込みます。\"\ntext = \"\"\"\n一つ目の段落。\n二つ目の段落。\n\"\"\"\n"
        "details = [\n  \"" +
            std::string(40, 'a') + "\",\n  \"" + std::string(40, 'b') + "\",\n]\n");
  CHECK(content(dir / "cases" / "river.toml") ==
        "title = \"川\"\npage = 3\npdf_page = 5\nscheme = [\"水道の「協力」\"]\nyear = [2016, 2017]\nreview = "
        "[\"\\\"年\\\"\"]\n");
  // Nothing else is left beside it.
  CHECK(std::distance(std::filesystem::directory_iterator(dir.parent_path()), {}) == 1);
}

TEST_CASE("what is written is read back the same, however hostile its strings") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto any = [&] { return hostile_texts()[random() % hostile_texts().size()]; };
  const auto any_prose = [&] { return random() % 2 == 0 ? any() : hostile_prose()[random() % hostile_prose().size()]; };
  for (int round = 0; round < 40; ++round) {
    Edition edition = small_edition();
    edition.title = any();
    edition.source = any();
    edition.offices[0].note = any_prose();
    edition.offices[1].name = "課"s.append(any());
    edition.offices[1].aliases = {"別"s.append(any()), "名"s.append(any())};
    edition.needs[0].group = any();
    RecordFile file = scheme_file("water", any());
    file.office = {edition.offices[1].name};
    file.need = {"交流したい"};
    file.year = {2016};
    file.fiscal_year = {2015, 2016};
    file.procedure = any_prose() + "一" + any_prose() + "二";
    file.text = any_prose() + "\n" + any_prose() + "三\n";
    file.details = {any(), any()};
    const TemporaryFolder folder;
    write_edition_folder(folder.path() / "e", edition, {file});
    const EditionFolder read = read_edition_folder(folder.path() / "e");
    for (const Fault& fault : read.faults) FAIL(fault.str(Lang::en));
    edition.schemes = {{"water", file.title, {}}};
    CHECK(read.edition == edition);
    REQUIRE(read.records.size() == 2);
    const Record& record = read.records[0];
    CHECK(record.title == file.title);
    CHECK(record.office == file.office);
    CHECK(record.year == file.year);
    CHECK(record.fiscal_year == file.fiscal_year);
    CHECK(record.procedure == file.procedure);
    CHECK(record.text ==
          file.text + file.details[0] + "\n" + file.details[1] + "\n逆引き: " + edition.needs[0].group + "\n");
  }
}

TEST_CASE("a folder with files is never written into") {
  const TemporaryFolder folder;
  folder.write("e/notes.txt", "mine");
  folder.write("file", "mine");
  for (const char* name : {"e", "file", "e/notes.txt"}) {
    try {
      write_edition_folder(folder.path() / name, small_edition(), {});
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_FALSE(error.hint().empty());
    }
  }
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path() / "e"), {}) == 1);
  CHECK(content(folder.path() / "e" / "notes.txt") == "mine");
}

TEST_CASE("an empty folder is taken, a slash at the end makes no difference") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "e");
  write_edition_folder(folder.path() / "e" / "", small_edition(), {});
  CHECK(is_edition_folder(folder.path() / "e"));
}

TEST_CASE("a failure leaves nothing half-written") {
  const TemporaryFolder folder;
  for (const char* name : {"../escape", "", "Water", "a b", "水道"}) {
    CHECK_THROWS_AS(write_edition_folder(folder.path() / "e", small_edition(), {scheme_file(name, "題")}), Error);
  }
  CHECK_THROWS_AS(
      write_edition_folder(folder.path() / "e", small_edition(), {scheme_file("a", "題"), scheme_file("a", "題")}),
      Error);
  const std::string too_long(250, 'a');  // with .toml, more than a file system takes
  CHECK_THROWS_AS(write_edition_folder(folder.path() / "e", small_edition(),
                                       {scheme_file("a", "題"), scheme_file(too_long + "aaaa", "題")}),
                  Error);
  CHECK(std::filesystem::is_empty(folder.path()));
}
