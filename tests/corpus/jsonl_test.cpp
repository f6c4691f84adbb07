#include "corpus/jsonl.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "temporary_folder.hpp"

using namespace chiho;
using namespace std::string_literals;

namespace {

JsonLines read(const std::string& text) {
  std::istringstream in(text);
  return read_jsonl(in, "f");
}

// The faults in English, a line each.
std::string faults(const std::string& text) {
  std::string lines;
  for (const Fault& fault : read(text).faults) lines += fault.str(Lang::en) + "\n";
  return lines;
}

template <class T>
T any(std::mt19937& random, const std::vector<T>& from) {
  return from[random() % from.size()];
}

const std::vector<std::string> line_pieces{"水道", "\"", "\\", "𠮷", "\u2028", "{", "\u00E9", " "};
const std::vector<std::string> prose_pieces{"水道", "\"", "\n", "\t", "\u2029"};
const std::vector<std::string> hostile_pieces{"水道", "\n", "\0"s, "\x1F", "\x7F", "\u009B", "\r"};

std::string any_text(std::mt19937& random, const std::vector<std::string>& pieces) {
  std::string text;
  for (auto left = random() % 6; left > 0; --left) text += any(random, pieces);
  return text;
}

Record any_record(std::mt19937& random, int number, const std::vector<std::string>& line = line_pieces,
                  const std::vector<std::string>& prose = prose_pieces) {
  Record record;
  record.id = "e/case/" + std::to_string(number);
  record.type =
      any(random, std::vector{RecordType::scheme, RecordType::case_study, RecordType::contact, RecordType::page});
  if (random() % 2 == 0) record.page = static_cast<int>(random() % 100) + 1;
  if (random() % 2 == 0) record.pdf_page = static_cast<int>(random() % 100) + 1;
  record.edition = any(random, std::vector<std::string>{"", "2018-07", "平成30年版"});
  for (auto* text : {&record.title, &record.phone, &record.email, &record.url}) *text = any_text(random, line);
  for (auto* text : {&record.procedure, &record.text}) *text = any_text(random, prose);
  for (auto* list : {&record.office, &record.audience, &record.scheme, &record.need, &record.extension}) {
    for (auto left = random() % 3; left > 0; --left) list->push_back(std::to_string(left) + any_text(random, line));
  }
  for (auto* years : {&record.year, &record.fiscal_year}) {
    for (int year = 2010; year < 2014; ++year) {
      if (random() % 2 == 0) years->push_back(year);
    }
  }
  return record;
}

}  // namespace

TEST_CASE("a line of JSON Lines is a record") {
  const JsonLines read_lines = read(
      R"({"id":"x/case/a","type":"case","title":"題","page":17,"pdf_page":19,"edition":"x","procedure":"申込み","text":"本文",)"
      R"("office":["甲","乙"],"audience":["企業"],"scheme":["制度"],"year":[2017,2016],"fiscal_year":[2016],"need":["交流したい"],)"
      R"("phone":"03-5501-8000","extension":["5029"],"email":"a@example.jp","url":"https://example.jp/"})");
  REQUIRE(read_lines.faults.empty());
  Record expected;
  expected.id = "x/case/a";
  expected.type = RecordType::case_study;
  expected.title = "題";
  expected.page = 17;
  expected.pdf_page = 19;
  expected.edition = "x";
  expected.procedure = "申込み";
  expected.text = "本文";
  expected.office = {"甲", "乙"};
  expected.audience = {"企業"};
  expected.scheme = {"制度"};
  expected.year = {2016, 2017};
  expected.fiscal_year = {2016};
  expected.need = {"交流したい"};
  expected.phone = "03-5501-8000";
  expected.extension = {"5029"};
  expected.email = "a@example.jp";
  expected.url = "https://example.jp/";
  CHECK(read_lines.records == std::vector{expected});
}

TEST_CASE("null and absent are the same, the type is page unless given, the text may be empty") {
  const JsonLines lines = read(R"({"id":"a","text":"","title":null,"page":null,"office":null,"type":null})"
                               "\n"
                               R"({"id":"b","text":""})");
  CHECK(lines.faults.empty());
  REQUIRE(lines.records.size() == 2);
  CHECK(lines.records[0].type == RecordType::page);
  CHECK_FALSE(lines.records[0].page);
  Record other = lines.records[0];
  other.id = "b";
  CHECK(lines.records[1] == other);
}

TEST_CASE("blank lines, CRLF, a byte order mark and a missing last line end are all fine") {
  const JsonLines lines = read("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n  \n{\"id\":\"b\",\"text\":\"y\"}");
  CHECK(lines.faults.empty());
  REQUIRE(lines.records.size() == 2);
  CHECK(lines.records[0].id == "a");
  CHECK(lines.records[1].text == "y");
  CHECK(read("").records.empty());
}

TEST_CASE("a value that is given twice in a list counts once") {
  const JsonLines lines = read(R"({"id":"a","text":"","office":["甲","乙","甲"],"year":[2017,2017]})");
  REQUIRE(lines.records.size() == 1);
  CHECK(lines.records[0].office == std::vector<std::string>{"甲", "乙"});
  CHECK(lines.records[0].year == std::vector{2017});
}

TEST_CASE("every rule that a line can break is a fault with its place") {
  struct Example {
    std::string line;
    std::string expected;
  };
  const Example examples[] = {
      {R"({"text":""})", "f:1:1: id is missing\n"},
      {R"({"id":"a"})", "f:1:1: text is missing\n"},
      {R"({"id":null,"text":null})", "f:1:1: id is missing\nf:1:1: text is missing\n"},
      {R"({"id":"","text":""})", "f:1:7: id is empty\n"},
      {R"({"id":"a\u0007","text":""})", "f:1:7: id holds the control character U+0007\n"},
      {R"({"id":"a b","text":""})", "f:1:7: id holds white space\n"},
      {R"({"id":"a\nb","text":""})", "f:1:7: id holds white space\n"},
      {R"({"id":"水　道","text":""})", "f:1:7: id holds white space\n"},
      {R"({"id":"a","text":"","edition":"2018 07"})", "f:1:31: an edition's id has no white space and no /\n"},
      {R"({"id":"a","text":"","edition":"all"})", "f:1:31: an edition's id cannot be all, which means every edition\n"},
      {R"({"id":"a","text":"","title":"\u001b[31m"})", "f:1:29: title holds the control character U+001B\n"},
      {R"({"id":"a","text":"","title":"一\n二"})", "f:1:29: title holds a line end\n"},
      {R"({"id":"a","text":"","phone":"03\t5501"})", "f:1:29: phone holds a tab\n"},
      {R"({"id":"a","text":"","email":"a\u0085"})", "f:1:29: email holds the control character U+0085\n"},
      {R"({"id":"a","text":"","url":"https://a.jp/\u007f"})", "f:1:27: url holds the control character U+007F\n"},
      {R"({"id":"a","text":"","office":["甲","乙\u0000"]})", "f:1:35: office holds the control character U+0000\n"},
      {R"({"id":"a","text":"一\t\n\u001b"})", "f:1:18: text holds the control character U+001B\n"},
      {R"({"id":"a","text":"","procedure":"一\r\n"})", "f:1:33: procedure holds the control character U+000D\n"},
      {R"({"id":7,"text":""})", "f:1:7: id must be a string\n"},
      {R"({"id":"あ","text":"","titel":"x"})", "f:1:21: unknown key: titel (did you mean \"title\"?)\n"},
      {R"({"id":"a","text":"","zzzzzz":{"id":[1]}})", "f:1:21: unknown key: zzzzzz\n"},
      {R"({"id":"a","text":"","type":"schema"})", "f:1:28: unknown type: schema (did you mean \"scheme\"?)\n"},
      {R"({"id":"a","text":["x"]})", "f:1:18: text must be a string\n"},
      {R"({"id":"a","text":{"x":{"y":[]}}})", "f:1:18: text must be a string\n"},
      {R"({"id":"a","text":true})", "f:1:18: text must be a string\n"},
      {R"({"id":"a","text":"","office":"x"})", "f:1:30: office must be a list of strings\n"},
      {R"({"id":"a","text":"","office":["x", 3]})", "f:1:36: office must be a list of strings\n"},
      {R"({"id":"a","text":"","office":[null]})", "f:1:31: office must be a list of strings\n"},
      {R"({"id":"a","text":"","office":[["x"]]})", "f:1:31: office must be a list of strings\n"},
      {R"({"id":"a","text":"","office":[""]})", "f:1:31: office holds an empty string\n"},
      {R"({"id":"a","text":"","year":2017})", "f:1:28: year must be a list of integers\n"},
      {R"({"id":"a","text":"","year":["2017"]})", "f:1:29: year must be a list of integers\n"},
      {R"({"id":"a","text":"","year":[2017,2017.5]})", "f:1:34: year must be a list of integers\n"},
      {R"({"id":"a","text":"","year":[0]})", "f:1:29: year is out of range (1-9999)\n"},
      {R"({"id":"a","text":"","page":"17"})", "f:1:28: page must be an integer\n"},
      {R"({"id":"a","text":"","page":0})", "f:1:28: page is out of range (1-2147483647)\n"},
      {R"({"id":"a","text":"","page":-1})", "f:1:28: page is out of range (1-2147483647)\n"},
      {R"({"id":"a","text":"","page":99999999999999999999})", "f:1:28: page must be an integer\n"},
      {R"({"id":"a","text":"","pdf_page":18446744073709551615})", "f:1:32: pdf_page is out of range (1-2147483647)\n"},
      {R"({"id":"a","text":"","text":"b"})", "f:1:21: key given twice: text\n"},
      {R"([1])", "f:1:1: a line must be one object, { … }\n"},
      {R"("x")", "f:1:1: a line must be one object, { … }\n"},
      {R"({"id":"あ" "text":""})", "f:1:11: this is not JSON\n"},
      {R"({"id":"a","text":"")", "f:1:20: the JSON ends too early\n"},
      {R"({"id":"a","text":""}{})", "f:1:21: this is not JSON\n"},
      {"{\"id\":\"あ\",\"text\":\"\xFF\"}", "f:1:19: not UTF-8\n"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.line);
    CHECK(faults(example.line) == example.expected);
    CHECK(read(example.line).records.empty());
  }
}

TEST_CASE("all faults of a file are reported at once, and an id may be used once") {
  CHECK(faults("{\"id\":\"a\",\"text\":\"\"}\n"
               "\n"
               "nonsense\n"
               "{\"id\":\"b\",\"page\":\"1\",\"year\":1}\n"
               "{\"text\":\"\", \"id\":\"a\"}\n") ==
        "f:3:2: this is not JSON\n"
        "f:4:1: text is missing\n"
        "f:4:18: page must be an integer\n"
        "f:4:29: year must be a list of integers\n"
        "f:5:18: duplicate id: a (also on line 1)\n");
}

TEST_CASE("a file that cannot be read is an error") {
  const test::TemporaryFolder folder;
  for (const auto& path : {folder.path() / "none.jsonl", folder.path()}) {
    try {
      read_jsonl(path);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::io);
    }
  }
  folder.write("a.jsonl", "{\"id\":\"a\",\"text\":\"t\"}\nx\n");
  const JsonLines lines = read_jsonl(folder.path() / "a.jsonl");
  CHECK(lines.records.size() == 1);
  REQUIRE(lines.faults.size() == 1);
  CHECK(lines.faults[0].file == (folder.path() / "a.jsonl").string());
}

TEST_CASE("a record is written with its keys in the order of the table, without what is not given") {
  Record record;
  record.id = "a\"b";
  record.type = RecordType::contact;
  record.extension = {"5029"};
  record.office = {"人事課"};
  record.page = 21;
  CHECK(to_jsonl(record) ==
        R"({"id":"a\"b","type":"contact","page":21,"text":"","office":["人事課"],"extension":["5029"]})");
  record = {};
  record.id = "x\xFF";
  CHECK(to_jsonl(record) == "{\"id\":\"x\uFFFD\",\"type\":\"page\",\"text\":\"\"}");
}

TEST_CASE("what is written is read back the same") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::vector<Record> records;
  std::string file;
  for (int i = 0; i < 300; ++i) {
    records.push_back(any_record(random, i));
    const std::string line = to_jsonl(records.back());
    CHECK(record_of_jsonl(line) == records.back());
    CHECK(line.find('\n') == std::string::npos);
    file += line + "\n";
  }
  const JsonLines lines = read(file);
  CHECK(lines.faults.empty());
  CHECK(lines.records == records);
}

TEST_CASE("what an index already holds is read whatever its letters are") {
  std::mt19937 random(1);
  for (int i = 0; i < 100; ++i) {
    Record record = any_record(random, i, hostile_pieces, hostile_pieces);
    record.id += " \x1B";
    CHECK(record_of_jsonl(to_jsonl(record)) == record);
  }
}

TEST_CASE("a damaged line of an index is an error of the index") {
  for (const char* line : {"", "{", "{}", R"({"id":"a"})"}) {
    try {
      record_of_jsonl(line);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::index);
    }
  }
}

TEST_CASE("neither depth nor length nor nonsense does harm") {
  const std::string deep(2'000'000, '[');
  CHECK(read(deep).faults.size() >= 1);
  CHECK(read("{\"id\":\"a\",\"text\":" + deep).faults.size() >= 1);
  CHECK(read("{\"id\":\"a\",\"text\":\"\",\"x\":" + deep).faults.size() >= 1);
  std::string wide = "{\"id\":\"a\",\"text\":\"\",\"year\":[";
  for (int i = 0; i < 200'000; ++i) wide += "\"a\",";
  CHECK(read(wide + "\"a\"]}").faults.size() >= 1);

  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string letters = "{}[]\",:\\u0123456789eE.-+truefalsn \n\r\xE6\xB0\xB4\xFF\x80idtextpage"s + '\0';
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto left = random() % 60; left > 0; --left) text += letters[random() % letters.size()];
    for (const Fault& fault : read(text).faults) CHECK(fault.line >= 1);
  }
}
