// PDFs in a folder of documents.
#include "indexer/documents/documents.hpp"

#include <doctest/doctest.h>

#include "printed.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;

TEST_CASE("a page of a PDF is a record, with its place and its printed number" *
          doctest::skip(import_test::without_browser())) {
  const TemporaryFolder folder;
  folder.write("cases.pdf", import_test::printed("cases"));
  std::vector<Record> records;
  const auto take = [&](Record&& record) { records.push_back(std::move(record)); };
  CHECK(read_documents(folder.path(), documents_in(folder.path()), take).empty());
  REQUIRE(records.size() == 3);
  const Record& record = records[1];
  CHECK(record.id == "cases.pdf/3");
  CHECK(record.title == "港の事例集");
  CHECK(record.text == "船を直した。\n");
  CHECK(record.page == 1);
  CHECK(record.pdf_page == 3);
  CHECK_FALSE(records[0].page);
}
