// The slips that people make in TOML, and what they are told.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/toml_file.hpp"

using namespace chiho;
using namespace std::string_literals;

namespace {

Faults faults_of(const std::string& text) {
  Faults faults;
  FileFaults here(faults, "f");
  parse_toml(text, here);
  return faults;
}

struct Example {
  std::string text;
  std::string place;  // line:column
  std::string said;   // stands in the message
};

void check_all(const std::vector<Example>& examples) {
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const Faults faults = faults_of(example.text);
    REQUIRE(faults.size() == 1);
    const std::string line = faults.front().str(Lang::en);
    CAPTURE(line);
    CHECK(line.starts_with("f:" + example.place + ": "));
    CHECK(line.find(example.said) != std::string::npos);
    CHECK(faults.front().message.ja != faults.front().message.en);
  }
}

}  // namespace

TEST_CASE("strings") {
  check_all({
      {"title = \"水道\npage = 1\n", "1:12", "quote is left open"},
      {"title = \"水道", "1:12", "quote is left open"},
      {"title = '水道\n", "1:12", "quote is left open"},
      {"title = \"水道\r\npage = 1\r\n", "1:12", "quote is left open"},
      {"text = \"\"\"\n水道\n", "2:4", "quote is left open"},
      {"text = '''\n水道\n", "2:4", "quote is left open"},
      {"title = \"C:\\水道\"\n", "1:13", "a backslash itself is written \\\\"},
      {"title = \"\\u12\"\n", "1:14", "a backslash itself is written \\\\"},
      {"title = \"水\"道\"\n", "1:12", "something stands behind the value"},
      {"title = 水道\n", "1:9", "a string stands in quotes"},
      {"title = True\n", "1:9", "a string stands in quotes"},
      {"title = “水道”\n", "1:9", "these quotes do not count"},
      {"title = 「水道」\n", "1:9", "these quotes do not count"},
      {"office = [＂水道課＂]\n", "1:11", "these quotes do not count"},
  });
}

TEST_CASE("keys and what joins them to their values") {
  check_all({
      {"title\npage = 1\n", "1:6", "there is no = after the key"},
      {"title", "1:6", "there is no = after the key"},
      {"title \"水道\"\n", "1:7", "there is no = after the key"},
      {"title: \"水道\"\n", "1:6", "joined by =, not by :"},
      {"title ＝ \"水道\"\n", "1:7", "full-width signs do not count"},
      {"title == \"水道\"\n", "1:8", "two ="},
      {"= \"水道\"\n", "1:1", "no key before the ="},
      {"title =\npage = 1\n", "1:8", "no value after the ="},
      {"title =", "1:8", "no value after the ="},
      {"title = # 水道\n", "1:9", "no value after the ="},
      {"title = \"水\"\ntitle = \"道\"\n", "2:9", "given twice"},
      {"[[office]]\n[office]\n", "2:1", "given twice"},
      {"題名 = \"水道\"\n", "1:1", "a key is made of"},
      {"a..b = 1\n", "1:3", "a key is made of"},
  });
}

TEST_CASE("lists and tables") {
  check_all({
      {"office = [\"甲\", \"乙\"\npage = 1\n", "2:1", "a list is left open"},
      {"office = [\"甲\", \"乙\"", "1:19", "a list is left open"},
      {"office = [\"甲\" \"乙\"]\n", "1:15", "a , between the items"},
      {"year = [2016 2017]\n", "1:14", "a , between the items"},
      {"office = [\"甲\",, \"乙\"]\n", "1:15", "a , too many"},
      {"office = [\"甲\"、\"乙\"]\n", "1:14", "full-width signs do not count"},
      {"office = ［\"甲\"］\n", "1:10", "full-width signs do not count"},
      {"]\n", "1:1", "a ] without its ["},
      {"title = ]\n", "1:9", "not a value"},
      {"title = \"甲\"]\n", "1:12", "something stands behind the value"},
      {"[\n", "1:2", "a key is made of"},
      {"[[office]\nid = \"a\"\n", "1:10", "a ] is missing in the heading"},
      {"[office\n", "1:8", "a ] is missing in the heading"},
      {"[[office", "1:9", "a ] is missing in the heading"},
      {"[[]]\n", "1:3", "a heading is written like [[office]]"},
      {"[ [office] ]\n", "1:3", "a heading is written like [[office]]"},
      {"title = {a = 1\n", "1:15", "not a table"},
      {"title = {a = 1", "1:15", "not a table"},
  });
}

TEST_CASE("numbers") {
  check_all({
      {"page = 99999999999999999999\n", "1:28", "the number is too large"},
      {"page = 007\n", "1:11", "no leading zero"},
      {"page = １７\n", "1:8", "ASCII digits"},
      {"page = 7頁\n", "1:9", "not a value"},
      {"page = 1a\n", "1:9", "not a value"},
      {"page = -\n", "1:8", "not a value"},
      {"page = 1.\n", "1:10", "not a value"},
      {"page = 1,000\n", "1:9", "something stands behind the value"},
      {"page = 1 2\n", "1:10", "something stands behind the value"},
      {"date = 2018-07\n", "1:15", "not a value"},
      {"date = 2018-13-45\n", "1:15", "not a value"},
      {"phone = 03-5501-8373\n", "1:11", "not a value"},
  });
}

TEST_CASE("letters that TOML has no place for") {
  check_all({
      {"title = \"水\0道\"\n"s, "1:11", "a control character: \\u0000"},
      {"\0"s, "1:1", "a control character: \\u0000"},
      {"title = \"水\x1B[31m\"\n", "1:11", "a control character: \\u001B"},
      {"# 注\x07\n", "1:4", "a control character: \\u0007"},
      {"title = \"水\rpage = 1\n", "1:11", "CR alone"},
      {"title = \"水\"\rpage = 1\n", "1:13", "CR alone"},
      {"　title = \"水道\"\n", "1:1", "this kind of space"},
      {"title =　\"水道\"\n", "1:8", "this kind of space"},
      {"title = \"水道\"\n\xEF\xBB\xBFpage = 1\n", "2:1", "this kind of space"},
      {"＃ 注\n", "1:1", "full-width signs do not count"},
      {"// 注\n", "1:1", "a comment begins with #"},
      {"title = \"水道\" // 注\n", "1:14", "a comment begins with #"},
      {"; 注\n", "1:1", "a comment begins with #"},
      {"title = \"水\n\xFF\"\n", "2:1", "not UTF-8"},
      {"# 水\xE6\n", "1:4", "not UTF-8"},
  });
}

TEST_CASE("a byte order mark at the beginning, tabs and CR LF are fine") {
  CHECK(faults_of("\xEF\xBB\xBFtitle\t=\t\"水\t道\"\r\noffice = [\r\n\t\"甲\",\r\n]\r\n").empty());
  CHECK(faults_of("\xEF\xBB\xBFtitle = 水道\n").front().column == 9);
}

TEST_CASE("a text of several lines has no CR, whatever its file's line ends") {
  Faults faults;
  FileFaults here(faults, "f");
  const auto root = parse_toml("text = \"\"\"\r\n一\r\n二\r\n\"\"\"\r\n", here);
  REQUIRE(root);
  CHECK(root->table.front().value.string == "一\n二\n");
}
