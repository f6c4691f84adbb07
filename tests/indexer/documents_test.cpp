#include "indexer/documents/documents.hpp"

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;

namespace {

struct Documents {
  std::vector<Record> records;
  Faults faults;
};

Documents read(const TemporaryFolder& folder) {
  Documents documents;
  documents.faults = read_documents(folder.path(), documents_in(folder.path()),
                                    [&](Record&& record) { documents.records.push_back(std::move(record)); });
  return documents;
}

std::vector<std::string> ids(const Documents& documents) {
  std::vector<std::string> ids;
  for (const Record& record : documents.records) ids.push_back(record.id);
  return ids;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("every document below a folder is taken, by its path") {
  const TemporaryFolder folder;
  folder.write("b.txt", "港\n");
  folder.write("a/z.MD", "# 船\n");
  folder.write("a/10.txt", "灯台\n");
  folder.write("note.docx", "港\n");
  folder.write(".hidden.txt", "港\n");
  folder.write(".git/x.txt", "港\n");
  folder.write("c d.txt", "船\n");
  folder.write("empty.txt", "\n \n");
  const Documents documents = read(folder);
  CHECK(ids(documents) == Names{"a/10.txt", "a/z.MD", "b.txt", "c_d.txt"});
  CHECK(documents.faults.empty());
  for (const Record& record : documents.records) CHECK(record.type == RecordType::page);
}

TEST_CASE("control characters are left out: what was exported could not be read back with them") {
  const TemporaryFolder folder;
  folder.write("a.txt", "\x1B[1m港の\t話\r\n\x07灯台\r\n");
  folder.write("b.txt", "\x01\x02\n");
  const Documents documents = read(folder);
  REQUIRE(ids(documents) == Names{"a.txt"});
  CHECK(documents.records.front().title == "[1m港の 話");
  CHECK(documents.records.front().text == "[1m港の\t話\n灯台\n");
}

TEST_CASE("links are not followed") {
  const TemporaryFolder outside;
  outside.write("secret.txt", "秘密\n");
  const TemporaryFolder folder;
  folder.write("a.txt", "港\n");
  std::filesystem::create_symlink(outside.path() / "secret.txt", folder.path() / "b.txt");
  std::filesystem::create_directory_symlink(outside.path(), folder.path() / "c");
  CHECK(ids(read(folder)) == Names{"a.txt"});
}

TEST_CASE("form feeds part a text into pages; without them it is one record, however long") {
  const TemporaryFolder folder;
  folder.write("a.txt", "港の話\n一頁\n\f二頁\n\f\n\f四頁");
  folder.write("b.txt", std::string(30'000, 'a') + "\n\n" + std::string(30'000, 'b') + "\n");
  const Documents documents = read(folder);
  CHECK(ids(documents) == Names{"a.txt/1", "a.txt/2", "a.txt/4", "b.txt"});
  CHECK(documents.records[1].title == "港の話");
  CHECK(documents.records[1].text == "二頁\n");
  CHECK_FALSE(documents.records[1].page);
  CHECK_FALSE(documents.records[1].pdf_page);
}

TEST_CASE("a title is the first heading, the first line, else the file's name") {
  const TemporaryFolder folder;
  folder.write("a.md", "前書き\n\n# 港の手引き\n");
  folder.write("b.txt", "\n　港の話\n本文\n");
  folder.write("c.txt", std::string(200, 'x') + "\n");
  const Documents documents = read(folder);
  CHECK(documents.records[0].title == "港の手引き");
  CHECK(documents.records[1].title == "港の話");
  CHECK(documents.records[2].title == "c");
}

TEST_CASE("texts of other encodings are read") {
  const auto often = [](const std::string& line) { return line + line + line + line + line + line; };
  const TemporaryFolder folder;
  folder.write("euc.txt", often("\xB9\xC1\xA4\xCB\xC1\xA5\xA4\xAC\xA4\xAD\xA4\xBF\xA1\xA3\n"));
  folder.write("sjis.txt", often("\x8D\x60\x82\xC9\x91\x44\x82\xAA\x82\xAB\x82\xBD\x81\x42\r\n"));
  for (const Record& record : read(folder).records) CHECK(record.text == often("港に船がきた。\n"));
}

TEST_CASE("ruby is kept as a reading below the text") {
  const TemporaryFolder folder;
  folder.write("a.txt", "蘆屋《あしや》の港。\n");
  CHECK(read(folder).records.at(0).text == "蘆屋の港。\n読み：蘆屋（あしや）\n");
}

TEST_CASE("what cannot be read is a fault with the file's name, and the others are read") {
  const TemporaryFolder folder;
  folder.write("bad.pdf", "%PDF-1.7\n");
  folder.write("bad.txt", "\x81\xFF\xFE\x80 港");
  folder.write("bad\xFFname.txt", "港\n");
  folder.write("good.txt", "港\n");
  const Documents documents = read(folder);
  CHECK(ids(documents) == Names{"good.txt"});
  REQUIRE(documents.faults.size() == 3);
  CHECK(documents.faults[0].file.ends_with("bad.pdf"));
  CHECK(documents.faults[0].message.ja.find("qpdf") != std::string::npos);
  CHECK(documents.faults[1].file.ends_with("bad.txt"));
  CHECK(documents.faults[1].message.en.find("save it as UTF-8") != std::string::npos);
}
