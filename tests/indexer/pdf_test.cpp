// Real PDFs: their text, their pages, and those that cannot be read.
#include "pdf/pdf.hpp"

#include <doctest/doctest.h>

#include "error/error.hpp"
#include "laid_out.hpp"

using namespace chiho;
using import_test::laid_out;
using import_test::through_qpdf;
using Numbers = std::vector<std::optional<int>>;

namespace {

std::string text_of(std::string_view description) {
  std::string text;
  for (const PdfPage& page : read_pdf(laid_out(description), "a.pdf")) text += page.text;
  return text;
}

Numbers numbers_of(std::string_view description) {
  Numbers numbers;
  for (const PdfPage& page : read_pdf(laid_out(description), "a.pdf")) numbers.push_back(page.printed);
  return numbers;
}

Error refusal(const std::string& pdf) {
  try {
    read_pdf(pdf, "a.pdf");
  } catch (const Error& error) {
    return error;
  }
  FAIL("it was read");
  return {ErrorCode::io, {}};
}

constexpr auto none = std::nullopt;

}  // namespace

TEST_CASE("a page of one column, with cells side by side") {
  CHECK(text_of(R"(@page
@title 港の見学会

港を歩き、働く人の話を聞く会です。

@row 連絡先 | 主な対象
@row 港湾課 | 小学生

事業例 p.6
)") == "港の見学会\n\n港を歩き、働く人の話を聞く会です。\n\n連絡先\n港湾課\n\n主な対象\n小学生\n\n事業例 p.6\n");
}

TEST_CASE("two columns of cards") {
  CHECK(text_of(R"(@page
@columns
@title 船の修理
船を直す費用を貸します。

手続き

窓口で申し込みます。
@next
@title 漁具の購入
網や綱を買う人を助けます。網は麻でも綿でもよく、綱は長さを問いません。

連絡先

資材室
)") == "船の修理\n\n船を直す費用を貸します。\n\n手続き\n\n窓口で申し込みます。\n\n"
       "漁具の購入\n\n網や綱を買う人を助けます。網は麻でも綿でもよく、綱は長さを問\nいません。\n\n連絡先\n\n資材室\n");
}

TEST_CASE("a slide") {
  CHECK(text_of(R"(@page slide
@at 60 40 24 港の取組
@at 60 120 概要
@at 60 140 船が来る港を増やします。
@at 450 120 成果
@at 450 140 船が十隻来ました。
)") == "港の取組\n\n概要\n\n船が来る港を増やします。\n\n成果\n\n船が十隻来ました。\n");
}

TEST_CASE("vertical text is read down its lines, a turned page as it was written") {
  CHECK(text_of("@page\n@vertical 350 80 縦に書いた。\n@vertical 335 80 左が次の行。\n") ==
        "縦に書いた。\n左が次の行。\n");
  const std::string pdf = laid_out("@page\n@row 連絡先 | 主な対象\n@row 港湾課 | 小学生\n");
  CHECK(read_pdf(through_qpdf(pdf, "--rotate=+90"), "a.pdf")[0].text == read_pdf(pdf, "a.pdf")[0].text);
}

TEST_CASE("printed numbers count from where they begin, and are no text") {
  CHECK(
      numbers_of(
          "@page\n表紙\n@page\n目次\n@page number=1\n本文\n@page number=2\n本文\n@page\n白紙\n@page number=4\n本文") ==
      Numbers{none, none, 1, 2, none, 4});
  CHECK(text_of("@page number=7\n本文\n@page number=8\n次") == "本文\n次\n");
}

TEST_CASE("numbers that do not count along with the pages are none") {
  CHECK(numbers_of("@page number=12\n一\n@page number=5\n二\n@page number=30\n三") == Numbers{none, none, none});
  CHECK(numbers_of("@page number=12\n一") == Numbers{none});
}

TEST_CASE("page labels number the pages where no number is printed") {
  CHECK(numbers_of("@page label=i\n表紙\n@page label=1\n本文\n@page label=2\n次") == Numbers{none, 1, 2});
  CHECK(numbers_of("@page label=i\n表紙\n@page label=1 number=1\n一\n@page label=2\n二\n@page label=3 number=3\n三") ==
        Numbers{none, 1, 2, 3});
}

TEST_CASE("page labels that disagree with what is printed say nothing") {
  CHECK(numbers_of("@page label=7\n表紙\n@page number=1\n一\n@page number=2\n二") == Numbers{none, 1, 2});
}

TEST_CASE("a head that runs through the document is no text, a heading that comes again is") {
  std::string description;
  for (int page = 1; page <= 5; ++page) {
    description += "@page\n@at 60 30 港の手引き\n" + std::string(page < 4 ? "@at 60 60 交流の支援\n" : "");
    description += "@at 60 200 本文" + std::to_string(page) + "\n";
  }
  const std::string text = text_of(description);
  CHECK(text.find("港の手引き") == std::string::npos);
  CHECK(text.find("交流の支援") != std::string::npos);
}

TEST_CASE("a locked PDF is refused with the way to unlock it; one that only forbids changes is read") {
  const std::string pdf = laid_out("@page\n秘密の港\n");
  const Error locked = refusal(through_qpdf(pdf, "--encrypt user owner 256 --"));
  CHECK(locked.code() == ErrorCode::corpus);
  CHECK(locked.message().en.starts_with("a.pdf: "));
  CHECK(locked.hint().en.find("qpdf --decrypt") != std::string::npos);
  CHECK(read_pdf(through_qpdf(pdf, "--encrypt '' owner 256 --modify=none --"), "a.pdf")[0].text == "秘密の港\n");
}

TEST_CASE("a PDF of images is refused with the way to recognise its text") {
  const Error images = refusal(laid_out("@page\n@picture 300\n"));
  CHECK(images.code() == ErrorCode::corpus);
  CHECK(images.hint().ja.find("ocrmypdf -l jpn") != std::string::npos);
}

TEST_CASE("damaged and empty files are refused") {
  const std::string pdf = laid_out("@page\n本文\n");
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.4\n"), std::string("%PDF-1.4\nかな\n%%EOF"),
                                   pdf.substr(0, 200), std::string(5000, '\xFF')}) {
    CAPTURE(bytes.size());
    CHECK(refusal(bytes).code() == ErrorCode::corpus);
  }
}
