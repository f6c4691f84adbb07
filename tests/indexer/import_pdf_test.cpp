// A brochure as a PDF gives what its text gives, and its pages besides.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "../corpus/temporary_folder.hpp"
#include "edition_facts.hpp"
#include "import/import.hpp"
#include "import/report.hpp"
#include "laid_out.hpp"
#include "pdf/pdf.hpp"

using namespace chiho;
using corpus_test::TemporaryFolder;
using namespace import_test;

namespace {

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

// The contents list has a wrong page for 漁具を替えたい.
constexpr std::string_view invented = R"(@page
@title 見本省の港町支援
令和３年４月
@page
くらしの支援

港を知りたい	1
船を直したい	2
漁具を替えたい	5

くらしの支援 事業例

港の見学会	3

問い合わせたい

連絡先一覧	4
@page number=1
くらしの支援

港を知りたい

@title 港の見学会

港を歩き、働く人の話を聞く会を開きます。

手続き

希望日の一か月前までに申し込んでください。

@row 連絡先 | 主な対象
@row 港湾課 | 全国の小学生
@row 灯台管理室 | 漁業者

事業例 p.3
@page number=2
@columns
船を直したい

@title 船の修理貸付

船を直す費用を貸します。

手続き

窓口で申し込みます。

連絡先

水産金融室

主な対象

漁業者
@next
漁具を替えたい

@title 漁具の共同購入

網や綱を共に買う漁業者を助けます。長く使う物から先に買い、費用の半分を三年で返します。

連絡先

資材室

主な対象

漁業者
@page number=3
事業例

港の見学会

スキーム 港の見学会

港を歩く会。

- 開催日 令和元年５月１日
- 場所 北の港
- 担当課室 港湾課

概要と成果

- 百人の小学生が港を歩いた。
@picture 60
港を歩く小学生
@page number=4
【連絡先】

@columns
● 港湾課
03-1234-5678
● 灯台管理室
03-1234-5679
@next
● 水産金融室
03-1234-5680
● 資材室
03-1234-5681 (内線 12)
)";

}  // namespace

TEST_CASE("cards side by side on pages behind a cover and a contents list") {
  const EditionFolder edition = written_and_read(import_brochure(pages_of(laid_out(invented)), "2021-04", {}));
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

TEST_CASE("the printed number is believed, and a contents list that has another is noted") {
  const Imported imported = import_brochure(pages_of(laid_out(invented)), "2021-04", {});
  const auto gear = std::find_if(imported.records.begin(), imported.records.end(),
                                 [](const RecordFile& record) { return record.title == "漁具の共同購入"; });
  REQUIRE(gear != imported.records.end());
  CHECK(gear->page == 2);
  REQUIRE_FALSE(gear->review.empty());
  CHECK(gear->review.back().find("p.2") != std::string::npos);
  CHECK(gear->review.back().find("p.5") != std::string::npos);
}

TEST_CASE("what is to be reviewed is found by the page of the PDF") {
  const Imported imported = import_brochure(pages_of(laid_out(invented)), "2021-04", {});
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

TEST_CASE("the brochure of 2018-07 laid out as a PDF gives the facts of its text") {
  const char* data = std::getenv("CHIHO_TEST_DATA");
  if (data == nullptr) {
    MESSAGE("skipped: CHIHO_TEST_DATA is not set");
    return;
  }
  std::ifstream in(std::filesystem::path(data) / "brochure" / "2018-07.txt", std::ios::binary);
  REQUIRE(in);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  // Cover and contents have no number; then the pages as the contents list and the headings tell them.
  const std::map<int, int> page_at_line{{1, 0},     {9, 0},     {59, 0},    {92, 1},    {185, 2},   {278, 3},
                                        {369, 4},   {417, 5},   {470, 6},   {553, 7},   {659, 8},   {742, 9},
                                        {785, 10},  {847, 11},  {900, 12},  {950, 13},  {1007, 14}, {1034, 15},
                                        {1091, 16}, {1150, 17}, {1200, 18}, {1255, 19}, {1312, 20}, {1363, 21}};
  const auto corrections = read_corrections(CHIHO_SOURCE_DIR "/corpus/corrections/2018-07.toml");
  const EditionFolder from_text = written_and_read(import_brochure(text, "2018-07", corrections));
  const Imported imported =
      import_brochure(pages_of(laid_out(as_brochure(text, page_at_line))), "2018-07", corrections);
  const EditionFolder from_pdf = written_and_read(imported);
  for (const Text& note : imported.notes) MESSAGE("note: " << note.en);
  for (const Fault& fault : from_pdf.faults) MESSAGE("fault: " << fault.str(Lang::en));
  CHECK(from_pdf.faults.empty());
  const Comparison comparison = compare_facts(from_text, from_pdf);
  for (const auto& fact : comparison.missing) MESSAGE("missing: " << fact.str());
  for (const auto& fact : comparison.extra) MESSAGE("extra: " << fact.str());
  CHECK(comparison.share_right() == 1.0);
  for (const Record& record : from_pdf.records) {
    CAPTURE(record.title);
    if (record.type != RecordType::contact) CHECK(record.pdf_page.value_or(0) == record.page.value_or(0) + 3);
  }
}
