// A brochure as a PDF gives what its text gives, and its pages besides.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "../indexer/edition_facts.hpp"
#include "../indexer/invented_brochure.hpp"
#include "as_brochure.hpp"
#include "import/import.hpp"
#include "import/report.hpp"
#include "pdf/pdf.hpp"
#include "printed.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;
using namespace import_test;

namespace {

const auto needs_browser = doctest::skip(without_browser());

std::vector<SourcePage> pages_of(const std::string& pdf) {
  std::vector<SourcePage> pages;
  for (const PdfPage& page : read_pdf(pdf, "brochure.pdf")) pages.push_back({page.text, page.printed, page.number});
  return pages;
}

EditionFolder written_and_read(const Imported& imported) {
  const TemporaryFolder folder;
  const auto dir = folder.path() / "edition";
  write_edition_folder(dir, imported.edition, imported.records);
  return read_edition_folder(dir);
}

const Record& record_called(const EditionFolder& folder, const std::string& title) {
  const auto found = std::find_if(folder.records.begin(), folder.records.end(),
                                  [&](const Record& record) { return record.title == title; });
  REQUIRE_MESSAGE(found != folder.records.end(), title);
  return *found;
}

const Look looks[] = {
    {"two", DirectorySet::lines},
    {"two running outer", DirectorySet::cells},
    {"three landscape", DirectorySet::cells},
    {"one long outer", DirectorySet::table},
};

// Lines that pages begin with, and their numbers: cover and contents have none.
const std::map<int, int> invented_pages{{1, 0},   {3, 0},   {30, 1},  {48, 2},  {68, 3},  {102, 4},
                                        {122, 5}, {150, 6}, {176, 7}, {201, 8}, {212, 9}, {223, 10}};

// Its facts are those of the text; a printed number is as far from the page of the PDF as any other.
void check_facts(const EditionFolder& from_text, const Imported& imported) {
  const EditionFolder from_pdf = written_and_read(imported);
  for (const Text& note : imported.notes) MESSAGE("note: " << note.en);
  for (const Fault& fault : from_pdf.faults) MESSAGE("fault: " << fault.str(Lang::en));
  CHECK(from_pdf.faults.empty());
  const Comparison comparison = compare_facts(from_text, from_pdf);
  for (const auto& fact : comparison.missing) MESSAGE("missing: " << fact.str());
  for (const auto& fact : comparison.extra) MESSAGE("extra: " << fact.str());
  CHECK(comparison.share_right() == 1.0);
  std::set<int> covers;
  for (const Record& record : from_pdf.records)
    if (record.type != RecordType::contact) covers.insert(record.pdf_page.value_or(0) - record.page.value_or(0));
  CHECK(covers.size() == 1);
}

}  // namespace

TEST_CASE("cards side by side on pages behind a cover and a contents list" * needs_browser) {
  const EditionFolder edition = written_and_read(import_brochure(pages_of(printed("brochure")), "2021-04", {}));
  for (const Fault& fault : edition.faults) MESSAGE(fault.str(Lang::en));
  CHECK(edition.faults.empty());
  CHECK(edition.edition.title == "見本省の港町支援");
  CHECK(edition.records.size() == 3 + 1 + 4);

  const Record& visit = record_called(edition, "港の見学会");
  CHECK(visit.office == std::vector<std::string>{"港湾課", "灯台管理室"});
  CHECK(visit.audience == std::vector<std::string>{"小学生", "漁業者"});
  CHECK(visit.page == 1);
  CHECK(visit.pdf_page == 3);

  const Record& loan = record_called(edition, "船の修理貸付");
  CHECK(loan.procedure == "窓口で申し込みます。");
  CHECK(loan.need == std::vector<std::string>{"船を直したい"});
  CHECK(loan.page == 2);
  CHECK(loan.pdf_page == 4);

  const Record& office = record_called(edition, "資材室");
  CHECK(office.phone == "03-1234-5681");
  CHECK(office.extension == std::vector<std::string>{"12"});
  CHECK(office.page == 4);
}

TEST_CASE("事業例 at the head of each page of cases is no part of a case" * needs_browser) {
  const Imported imported = import_brochure(pages_of(printed("further_cases")), "2021-04", {});
  std::vector<RecordFile> cases = imported.records;
  std::erase_if(cases, [](const RecordFile& record) { return record.type != RecordType::case_study; });
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].title == "夏の港めぐり");
  CHECK(cases[0].details.back() == "場所 北の港");
  CHECK(cases[1].title == "綱の購入");
  CHECK(cases[1].aliases == std::vector<std::string>{"漁具の共同購入"});
}

TEST_CASE("the printed number is believed, and a contents list that has another is noted" * needs_browser) {
  const Imported imported = import_brochure(pages_of(printed("brochure")), "2021-04", {});
  const auto gear = std::find_if(imported.records.begin(), imported.records.end(),
                                 [](const RecordFile& record) { return record.title == "漁具の共同購入"; });
  REQUIRE(gear != imported.records.end());
  CHECK(gear->page == 2);
  REQUIRE_FALSE(gear->review.empty());
  CHECK(gear->review.back().find("p.2") != std::string::npos);
  CHECK(gear->review.back().find("p.5") != std::string::npos);
}

TEST_CASE("what is to be reviewed is found by the page of the PDF" * needs_browser) {
  const Imported imported = import_brochure(pages_of(printed("brochure")), "2021-04", {});
  const auto gear = std::find_if(imported.records.begin(), imported.records.end(),
                                 [](const RecordFile& record) { return record.title == "漁具の共同購入"; });
  REQUIRE(gear != imported.records.end());
  REQUIRE_FALSE(gear->review.empty());
  CHECK(gear->review.back().starts_with("要確認: p.2（PDF 4頁、行 "));
  CHECK(import_report(imported, Lang::ja).find("\tPDF 4頁\t窓口で申し込みます。\n") != std::string::npos);
}

TEST_CASE("a place in the source, as far as its pages are known") {
  struct Example {
    std::optional<int> page, pdf_page;
    std::size_t first, last;
    std::string ja, en;
  };
  const Example examples[] = {
      {{}, {}, 2, 2, "行 2", "line 2"},
      {{}, {}, 2, 4, "行 2–4", "lines 2–4"},
      {{}, 9, 2, 2, "PDF 9頁（行 2）", "PDF page 9 (line 2)"},
      {7, 9, 2, 4, "p.7（PDF 9頁、行 2–4）", "p.7 (PDF page 9, lines 2–4)"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.en);
    const SourcePages pages({{"a\nb\nc\nd\n", example.page, example.pdf_page}}, [](std::string text) { return text; });
    CHECK(pages.place(example.first, example.last).ja == example.ja);
    CHECK(pages.place(example.first, example.last).en == example.en);
  }
}

TEST_CASE("a brochure gives the facts of its text, however it is laid out" * needs_browser) {
  const std::string text(invented_brochure);
  const EditionFolder from_text = written_and_read(import_brochure(text, "2021-04", {}));
  for (const Look& look : looks) {
    CAPTURE(look.sheet);
    CAPTURE(static_cast<int>(look.directory));
    const std::string pdf = printed_html(as_brochure(text, invented_pages, look));
    check_facts(from_text, import_brochure(pages_of(pdf), "2021-04", {}));
  }
}

TEST_CASE("the brochure of 2018-07 printed as a PDF gives the facts of its text" * needs_browser) {
  const char* data = std::getenv("CHIHO_TEST_DATA");
  if (data == nullptr) {
    MESSAGE("skipped: CHIHO_TEST_DATA is not set");
    return;
  }
  std::ifstream in(std::filesystem::path(data) / "brochure" / "2018-07.txt", std::ios::binary);
  REQUIRE(in);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  // As the contents list and the headings tell them.
  const std::map<int, int> page_at_line{{1, 0},     {9, 0},     {59, 0},    {92, 1},    {185, 2},   {278, 3},
                                        {369, 4},   {417, 5},   {470, 6},   {553, 7},   {659, 8},   {742, 9},
                                        {785, 10},  {847, 11},  {900, 12},  {950, 13},  {1007, 14}, {1034, 15},
                                        {1091, 16}, {1150, 17}, {1200, 18}, {1255, 19}, {1312, 20}, {1363, 21}};
  const auto corrections = read_corrections(CHIHO_SOURCE_DIR "/corpus/corrections/2018-07.toml");
  const EditionFolder from_text = written_and_read(import_brochure(text, "2018-07", corrections));
  for (const Look& look : looks) {
    CAPTURE(look.sheet);
    CAPTURE(static_cast<int>(look.directory));
    const std::string pdf = printed_html(as_brochure(text, page_at_line, look));
    check_facts(from_text, import_brochure(pages_of(pdf), "2018-07", corrections));
  }
}
