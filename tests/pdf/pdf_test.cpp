// Real PDFs: their text, their pages, and those that cannot be read.
#include "pdf/pdf.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "error/error.hpp"
#include "printed.hpp"

using namespace chiho;
using import_test::printed;
using import_test::through_qpdf;
using import_test::with_page_labels;
using Numbers = std::vector<std::optional<int>>;

namespace {

const auto needs_browser = doctest::skip(import_test::without_browser());

std::string text_of(const std::string& pdf) {
  std::string text;
  for (const PdfPage& page : read_pdf(pdf, "a.pdf")) text += page.text;
  return text;
}

Numbers numbers_of(const std::string& pdf) {
  Numbers numbers;
  for (const PdfPage& page : read_pdf(pdf, "a.pdf")) numbers.push_back(page.printed);
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

// A PDF written by hand, in a font that it does not hold: browsers embed theirs.
struct Drawn {
  int x, y;
  std::u16string_view text;
};
std::string in_known_font(const std::string& encoding, const std::vector<Drawn>& texts) {
  std::string drawn;
  for (const auto& [x, y, text] : texts) {
    drawn += fmt::format("BT /F 8 Tf {} {} Td <", x, y);
    for (const char16_t letter : text) drawn += fmt::format("{:04X}", static_cast<unsigned>(letter));
    drawn += "> Tj ET\n";
  }
  return fmt::format(R"(%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >> endobj
4 0 obj << /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /{} /DescendantFonts [5 0 R] >> endobj
5 0 obj << /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3
  /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >> endobj
6 0 obj << /Length {} >> stream
{}endstream endobj
trailer << /Root 1 0 R >>
%%EOF
)",
                     encoding, drawn.size(), drawn);
}

}  // namespace

TEST_CASE("a page of one column, with cells side by side" * needs_browser) {
  CHECK(text_of(printed("one_column")) ==
        "港の見学会\n\n港を歩き、働く人の話を聞く会です。\n\n連絡先\n港湾課\n\n主な対象\n小学生\n\n事業例 p.6\n");
}

TEST_CASE("lines that end at one place were not wrapped there where others reach further" * needs_browser) {
  CHECK(text_of(printed("short_lines")) ==
        "スキーム 港の見学会と祭り\n港を歩いて学んで交わる会。\n■ 場所 北の港の第一埠頭\n"
        "・ 百人の小学生が港を歩き、船長から航海の話を聞いて、網を引いた。\n"
        "・ 参加者からは、来年も家族で港を訪れたいという声が多く寄せられた。\n");
}

TEST_CASE("titles that fill narrow cards side by side do not mix" * needs_browser) {
  CHECK(text_of(printed("narrow_cards")) ==
        "海外の漁業者との交流会\n\n海の向こうの漁業者を招いて、網や船の話を聞く会です。三日のあいだ港に泊まります。\n\n"
        "漁具EC出店支援\n\n漁具を海の向こうへ売る店を開く人を、費用の助成と助言とで長く支えます。\n");
}

TEST_CASE("two columns of cards" * needs_browser) {
  CHECK(text_of(printed("two_columns")) ==
        "船の修理\n\n船を直す費用を貸します。\n\n手続き\n\n窓口で申し込みます。\n\n"
        "漁具の購入\n\n網や綱を買う人を助けます。網は麻でも綿でもよく、綱は長さを問\nいません。\n\n連絡先\n\n資材室\n");
}

TEST_CASE("cards in three columns, with their labels beside what they say" * needs_browser) {
  CHECK(text_of(printed("three_cards")) ==
        "港町の支援\n\n"
        "船の修理貸付\n\n船を直す費用を貸します。漁の道具や無線の修理にも使え、返済は三年まで待ちます。\n\n"
        "手続き\t窓口で申し込みます。用紙は各地の事務所にあります。\n連絡先\t水産金融室\n主な対象\t漁業者\n\n"
        "港の見学会\n\n港を歩き、働く人の話を聞く会を開きます。\n\n連絡先\t港湾課\n主な対象\t全国の小学生\n\n"
        "漁具の共同購入\n\n網や綱を共に買う漁業者を助けます。長く使う物から先に買い、費用の半分を三年で返します。\n\n"
        "連絡先\t資材室\n主な対象\t漁業者\n");
}

TEST_CASE("a table with borders is read row by row, wherever its cells hold their text" * needs_browser) {
  const std::vector<PdfPage> pages = read_pdf(printed("table_of_offices"), "a.pdf");
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].text ==
        "担当\t業務\t電話\n\n"
        "港湾課\t港の見学会、埠頭の利用、港の催しについての相談と案内、港で働く人の紹介、港の写真や地図の貸し出しを受け"
        "付けます"
        "\t03-1234-5678\n\n"
        "水産金融室\t船の修理貸付\t045-123-4567\nfune@example.jp\n\n資材室\t漁具の共同購入\t03-1234-0000\n");
  CHECK(pages[1].text ==
        "港湾課\t03-1234-5678\n\n文化交流と海の広報を行う課の窓口\t03-1234-9999\n\n"
        "灯台室\t03-1234-1111\nhttps://example.jp/todai\n");
}

TEST_CASE("a name that is wrapped beside two values is one, where a mark begins each row" * needs_browser) {
  CHECK(text_of(printed("marked_offices")) ==
        "● 港湾課\t03-1234-5678\n\n● 灯台見学案内室\t03-1234-5679\ntodai@example.jp\n\n"
        "● 資材室\t03-1234-5680\nshizai@example.jp\n\n● 船員課\t03-1234-1111 (ex.3301)\n\n"
        "● 漁具購入支援室\t03-1234-2222\n\n● 海外交流センター\t03-1234-3333\nhttps://example.jp/koryu\n");
}

TEST_CASE("a slide" * needs_browser) {
  CHECK(text_of(printed("slide")) == "港の取組\n\n概要\n\n船が来る港を増やします。\n\n成果\n\n船が十隻来ました。\n");
}

TEST_CASE("a turned page reads as it was written" * needs_browser) {
  const std::string pdf = printed("one_column");
  CHECK(text_of(through_qpdf(pdf, "--rotate=+90")) == text_of(pdf));
}

TEST_CASE("a font that the reader has to know; in its vertical form it is read down its lines") {
  CHECK(text_of(in_known_font("UniJIS-UCS2-H", {{50, 700, u"横に書いた。"}, {50, 685, u"下が次の行。"}})) ==
        "横に書いた。\n下が次の行。\n");
  CHECK(text_of(in_known_font("UniJIS-UCS2-V", {{350, 700, u"縦に書いた。"}, {335, 700, u"左が次の行。"}})) ==
        "縦に書いた。\n左が次の行。\n");
}

TEST_CASE("printed numbers count from where they begin, and are no text" * needs_browser) {
  const std::string pdf = printed("numbered");
  CHECK(numbers_of(pdf) == Numbers{none, none, 1, 2, none, 4});
  CHECK(text_of(through_qpdf(pdf, "--pages . 3-4 --")) == "本文\n続き\n");
}

TEST_CASE("numbers that do not count along with the pages are none" * needs_browser) {
  const std::string pdf = printed("misnumbered");
  CHECK(numbers_of(pdf) == Numbers{none, none, none});
  CHECK(numbers_of(through_qpdf(pdf, "--pages . 1 --")) == Numbers{none});
}

TEST_CASE("what counts the pages of the file is no number of a page where another is, and no text" * needs_browser) {
  const std::string pdf = printed("counted_file");
  CHECK(numbers_of(pdf) == Numbers{none, none, 1, 2, 3});
  CHECK(text_of(pdf) == "表紙\n目次\n本文\n続き\n終章\n");
}

TEST_CASE("page labels number the pages where no number is printed" * needs_browser) {
  CHECK(numbers_of(with_page_labels(printed("unnumbered"), "0 << /S /r >> 1 << /S /D >>")) == Numbers{none, 1, 2});
  CHECK(numbers_of(with_page_labels(printed("numbered"), "0 << /S /r >> 2 << /S /D >>")) ==
        Numbers{none, none, 1, 2, 3, 4});
}

TEST_CASE("page labels that disagree with what is printed say nothing" * needs_browser) {
  CHECK(numbers_of(with_page_labels(printed("numbered"), "0 << /S /D /St 7 >> 2 << /S /D /St 3 >>")) ==
        Numbers{none, none, 1, 2, none, 4});
}

TEST_CASE("a head that runs through the document is no text, a heading that comes again is" * needs_browser) {
  const std::string text = text_of(printed("running_head"));
  CHECK(text.find("港の手引き") == std::string::npos);
  CHECK(text.find("交流の支援") != std::string::npos);
}

TEST_CASE("a locked PDF is refused with the way to unlock it; one that only forbids changes is read" * needs_browser) {
  const std::string pdf = printed("secret");
  const Error locked = refusal(through_qpdf(pdf, "--encrypt user owner 256 --"));
  CHECK(locked.code() == ErrorCode::corpus);
  CHECK(locked.message().en.starts_with("a.pdf: "));
  CHECK(locked.hint().en.find("qpdf --decrypt") != std::string::npos);
  CHECK(text_of(through_qpdf(pdf, "--encrypt '' owner 256 --modify=none --")) == "秘密の港\n");
}

TEST_CASE("a PDF of images is refused with the way to recognise its text" * needs_browser) {
  const Error images = refusal(printed("pictures"));
  CHECK(images.code() == ErrorCode::corpus);
  CHECK(images.hint().ja.find("ocrmypdf -l jpn") != std::string::npos);
}

TEST_CASE("damaged and empty files are refused") {
  for (const std::string& bytes :
       {std::string(), std::string("%PDF-1.4\n"), std::string("%PDF-1.4\nかな\n%%EOF"), std::string(5000, '\xFF')}) {
    CAPTURE(bytes.size());
    CHECK(refusal(bytes).code() == ErrorCode::corpus);
  }
}

TEST_CASE("a PDF that was cut off is refused" * needs_browser) {
  CHECK(refusal(printed("secret").substr(0, 200)).code() == ErrorCode::corpus);
}
