// Boxes to lines: what stands side by side comes apart, what belongs together stays.
#include "pdf/layout.hpp"

#include <doctest/doctest.h>

#include "pdf/page_numbers.hpp"

using chiho::pdf::Box;
using Boxes = std::vector<Box>;

namespace {

// Letters of 10 points, as wide as high.
Box at(double left, double top, const std::string& text) {
  const double width = 10.0 * static_cast<double>(text.size()) / 3;  // of three bytes each
  return {left, top, left + width, top + 10, 10, "Gothic", text, false};
}
// Half as wide.
Box latin(double left, double top, const std::string& text) {
  return {left, top, left + 5.0 * static_cast<double>(text.size()), top + 10, 10, "Gothic", text, false};
}
Box bold(Box box) {
  box.font = "Bold";
  return box;
}

std::string read(const Boxes& boxes) {
  return chiho::pdf::text_of(chiho::pdf::lines_of(boxes), 0.5);
}

}  // namespace

TEST_CASE("labels side by side come each with what stands below it") {
  const Boxes boxes{at(50, 100, "連絡先"),  at(250, 100, "主な対象"), at(50, 115, "港湾課"),
                    at(250, 115, "漁業者"), at(50, 130, "灯台室"),    at(50, 160, "事業例")};
  CHECK(read(boxes) == "連絡先\n港湾課\n灯台室\n\n主な対象\n漁業者\n\n事業例\n");
}

TEST_CASE("a short line below two cells is not taken into the first of them") {
  const Boxes boxes{at(50, 100, "連絡先"),    at(250, 100, "主な対象"), at(50, 115, "港湾課"),
                    at(250, 115, "漁業者"),   at(50, 150, "次の題名"),  at(50, 180, "連絡先"),
                    at(250, 180, "主な対象"), at(50, 195, "灯台室"),    at(250, 195, "船主")};
  CHECK(read(boxes) == "連絡先\n港湾課\n\n主な対象\n漁業者\n\n次の題名\n\n連絡先\n灯台室\n\n主な対象\n船主\n");
}

TEST_CASE("columns are read one after the other, what stands across them in its place") {
  const std::string across = "二つの段の上にまたがって置いた一行の題名は先に読まれる";
  const std::string wrapped = "一二三四五六七八九十一二三四五";
  Boxes boxes{at(50, 50, across)};
  for (int i = 0; i < 4; ++i) {
    boxes.push_back(at(50, 80 + 15 * i, wrapped));
    boxes.push_back(at(230, 86 + 15 * i, wrapped));
  }
  boxes.push_back(at(50, 140, "左終。"));
  boxes.push_back(at(230, 146, "右終。"));
  boxes.push_back(at(50, 180, across));
  const std::string text = wrapped + wrapped + wrapped + wrapped;
  CHECK(read(boxes) == across + "\n\n" + text + "左終。\n\n" + text + "右終。\n\n" + across + "\n");
}

TEST_CASE("cells that stand below each other in a column do not part the page") {
  const std::string wide = "一二三四五六七八九十一二三四五六七八九十";  // across the cells
  Boxes boxes;
  for (const double left : {50.0, 350.0}) {
    boxes.push_back(at(left, 100, "題名" + wide));
    boxes.push_back(at(left, 125, "連絡先"));
    boxes.push_back(at(left + 130, 125, "対象者"));
    boxes.push_back(at(left, 140, left < 100 ? "港湾課" : "灯台室"));
    boxes.push_back(at(left + 130, 140, left < 100 ? "漁業者" : "小学生"));
  }
  CHECK(read(boxes) == "題名" + wide + "\n\n連絡先\n港湾課\n\n対象者\n漁業者\n\n題名" + wide +
                           "\n\n連絡先\n灯台室\n\n対象者\n小学生\n");
}

TEST_CASE("a larger heading below columns ends them, though it is short") {
  const std::string line = "一二三四五六七八九十一二三四五";
  Boxes boxes;
  for (int i = 0; i < 3; ++i) {
    boxes.push_back(at(50, 100 + 15 * i, line));
    boxes.push_back(at(250, 105 + 15 * i, line));
  }
  boxes.push_back(at(50, 145, "左終。"));
  boxes.push_back(at(250, 150, "右終。"));
  Box heading = at(50, 190, "次の見出し");
  heading.bottom += 6;
  heading.size = 16;
  boxes.push_back(heading);
  boxes.push_back(at(50, 225, "次の題名"));
  const std::string text = line + line + line;
  CHECK(read(boxes) == text + "左終。\n\n" + text + "右終。\n\n次の見出し\n\n次の題名\n");
}

TEST_CASE("a larger title right below cells is not taken into the first of them") {
  Box title = at(50, 135, "次の題名");
  title.bottom += 4;
  title.size = 14;
  const Boxes boxes{at(50, 100, "連絡先"), at(250, 100, "主な対象"), at(50, 115, "港湾課"), at(250, 115, "漁業者"),
                    title};
  CHECK(read(boxes) == "連絡先\n港湾課\n\n主な対象\n漁業者\n\n次の題名\n");
}

TEST_CASE("numbers, dates and addresses stay in the row that they stand in") {
  CHECK(read({at(50, 100, "港を知りたい"), at(300, 100, "１"), at(50, 115, "船を直したい"), at(300, 115, "３")}) ==
        "港を知りたい\t１\n船を直したい\t３\n");
  CHECK(read({at(50, 100, "灯台室"), at(300, 100, "03-1234-5678"), at(50, 115, "港湾課"),
              at(300, 115, "a@example.jp")}) == "灯台室\t03-1234-5678\n港湾課\ta@example.jp\n");
}

TEST_CASE("what is wrapped in the cells of a table is joined, row by row") {
  // Cells of eight letters, two apart.
  const Boxes boxes{at(50, 100, "●港湾の見学会担"), at(150, 100, "０３ー１２３４"), at(50, 115, "当"),
                    at(50, 130, "●灯台室"),         at(150, 130, "０３ー５６７８"), at(150, 145, "０３ー５６７９"),
                    at(50, 160, "●船員の相談窓口"), at(150, 160, "０３ー９９９９")};
  CHECK(
      read(boxes) ==
      "●港湾の見学会担当\t０３ー１２３４\n●灯台室\t０３ー５６７８\n０３ー５６７９\n●船員の相談窓口\t０３ー９９９９\n");
}

TEST_CASE("rows of full cells, with a phone each, are rows") {
  const Boxes boxes{at(50, 100, "港湾の見学会担当"), at(150, 100, "０３ー１２３４"), at(50, 115, "船員の相談窓口係"),
                    at(150, 115, "０３ー５６７８")};
  CHECK(read(boxes) == "港湾の見学会担当\t０３ー１２３４\n船員の相談窓口係\t０３ー５６７８\n");
}

TEST_CASE("lines closer than the rows of a table are of one cell, though it is not full") {
  const Boxes boxes{at(50, 100, "港湾課"), at(250, 100, "０３ー１２３４"), at(50, 111, "見学係"),
                    at(50, 127, "灯台室"), at(250, 127, "０３ー５６７８"), at(50, 138, "油係"),
                    at(50, 154, "船員室"), at(250, 154, "０３ー９９９９")};
  CHECK(read(boxes) == "港湾課 見学係\t０３ー１２３４\n灯台室 油係\t０３ー５６７８\n船員室\t０３ー９９９９\n");
}

TEST_CASE("a cell that is full to its end comes apart from the next by where other rows begin it") {
  const Boxes boxes{at(50, 100, "港湾課"),
                    at(138, 100, "０３ー１２３４"),
                    at(50, 130, "船員の相談の窓口"),
                    at(138, 130, "０３ー５６７８"),
                    at(50, 145, "室"),
                    at(50, 175, "灯台室"),
                    at(138, 175, "０３ー９９９９")};
  CHECK(read(boxes) == "港湾課\t０３ー１２３４\n\n船員の相談の窓口室\t０３ー５６７８\n\n灯台室\t０３ー９９９９\n");
}

TEST_CASE("a label that fills its column is one of the column") {
  const Boxes boxes{bold(at(50, 100, "開催日")), at(118, 100, "毎年の秋"),  bold(at(50, 115, "主な対象者等")),
                    at(118, 115, "港の小学生"),  bold(at(50, 130, "場所")), at(118, 130, "港の広場")};
  CHECK(read(boxes) == "開催日\t毎年の秋\n主な対象者等\t港の小学生\n場所\t港の広場\n");
}

TEST_CASE("a name or a value may stand in the middle of its cell") {
  const Boxes boxes{at(50, 100, "港湾課"), at(130, 100, "０３ー１２３４"),
                    // a name of three lines
                    at(50, 135, "文化交流と海"), at(50, 150, "の広報を行う"), at(130, 150, "０３ー５６７８"),
                    at(50, 165, "課の窓口"),
                    // a value of two lines
                    at(130, 200, "０３ー９９９９"), at(50, 207, "灯台室"), at(130, 215, "０３ー８８８８")};
  CHECK(read(boxes) ==
        "港湾課\t０３ー１２３４\n\n文化交流と海の広報を行う課の窓口\t０３ー５６７８\n\n灯台室\t０３ー９９９９\n０３ー８"
        "８８８\n");
}

TEST_CASE("an address that was cut in its cell is one, though not at the end of it") {
  const auto table = [](const Box& first, const Box& second) {
    return read({at(50, 100, "港湾課"), first, second, at(50, 130, "灯台室"),
                 at(250, 130, "０３ー５６７８ー９９９９ー８８８８")});
  };
  const std::string other = "\n灯台室\t０３ー５６７８ー９９９９ー８８８８\n";
  CHECK(table(latin(250, 100, "http://example.jp/"), latin(250, 115, "harbour")) ==
        "港湾課\thttp://example.jp/harbour" + other);
  CHECK(table(latin(250, 100, "http://example.jp/harbour"), latin(250, 115, "visits.html")) ==
        "港湾課\thttp://example.jp/harbourvisits.html" + other);
  CHECK(table(latin(250, 100, "03-1234-5678 harbour-"), latin(250, 115, "visits@example.jp")) ==
        "港湾課\t03-1234-5678 harbour-visits@example.jp" + other);
  CHECK(table(latin(250, 100, "visits@example"), latin(250, 115, ".jp")) == "港湾課\tvisits@example.jp" + other);
  CHECK(table(latin(250, 100, "03-1234-5678"), latin(250, 115, "http://example.jp/")) ==
        "港湾課\t03-1234-5678\nhttp://example.jp/" + other);
}

TEST_CASE("boxes without letters are no lines of a cell") {
  const Boxes boxes{at(50, 100, "港湾課"), at(250, 100, "０３ー１２３４"), at(50, 115, ""),
                    at(250, 115, ""),      at(50, 130, "灯台室"),          at(250, 130, "０３ー５６７８")};
  CHECK(read(boxes) == "港湾課\t０３ー１２３４\n\n灯台室\t０３ー５６７８\n");
}

TEST_CASE("columns of tables come one after the other") {
  Boxes boxes;
  for (const double left : {50.0, 320.0}) {
    boxes.push_back(at(left, 100, left < 100 ? "港湾課" : "船員課"));
    boxes.push_back(at(left + 100, 100, "０３ー１２３４"));
    boxes.push_back(at(left, 130, left < 100 ? "灯台室" : "漁具室"));
    boxes.push_back(at(left + 100, 130, "０３ー５６７８"));
  }
  CHECK(read(boxes) ==
        "港湾課\t０３ー１２３４\n\n灯台室\t０３ー５６７８\n\n船員課\t０３ー１２３４\n\n漁具室\t０３ー５６７８\n");
}

TEST_CASE("tables side by side whose rows do not lie on one line") {
  Boxes boxes{at(50, 100, "港の支援"), at(320, 103, "船の支援")};
  for (int i = 0; i < 3; ++i) {
    boxes.push_back(at(50, 130 + 30 * i, "港を知りたい"));
    boxes.push_back(at(270, 130 + 30 * i, "１"));
    boxes.push_back(at(320, 133 + 30 * i, "船を直したい"));
    boxes.push_back(at(540, 133 + 30 * i, "２"));
  }
  boxes.push_back(at(50, 220, "港を直したい"));
  boxes.push_back(at(270, 220, "３"));
  const std::string harbour = "\n\n港を知りたい\t１";
  const std::string ship = "\n\n船を直したい\t２";
  CHECK(read(boxes) ==
        "港の支援" + harbour + harbour + harbour + "\n\n港を直したい\t３\n\n船の支援" + ship + ship + ship + "\n");
}

TEST_CASE("a number stands apart from a long name already where a column would not") {
  const Boxes boxes{at(50, 100, "港の見学会で船長の話を聞きたい"), at(215, 100, "１"), at(50, 130, "船を直したい"),
                    at(215, 130, "２")};
  CHECK(read(boxes) == "港の見学会で船長の話を聞きたい\t１\n\n船を直したい\t２\n");
}

TEST_CASE("a column with few long lines ends like the one beside it") {
  const std::string full = "一二三四五六七八九十一二三四五";
  Boxes boxes{at(250, 100, full), at(250, 115, "六。"), at(250, 145, full), at(250, 160, "七。")};
  for (int i = 0; i < 5; ++i) boxes.push_back(at(50, 100 + 15 * i, full));
  boxes.push_back(at(50, 175, "終わり。"));
  CHECK(read(boxes) == full + full + full + full + full + "終わり。\n\n" + full + "六。\n\n" + full + "七。\n");
}

TEST_CASE("text above columns does not go on in them, though it ends like wrapped lines") {
  Boxes boxes;
  for (int i = 0; i < 3; ++i) boxes.push_back(at(50, 100 + 30 * i, "港を歩き働く人の話を聞く"));
  for (const double left : {50.0, 250.0}) {
    boxes.push_back(at(left, 175, left < 100 ? "連絡先" : "主な対象"));
    boxes.push_back(at(left, 190, left < 100 ? "港湾課" : "小学生"));
  }
  const std::string text = "港を歩き働く人の話を聞く\n\n";
  CHECK(read(boxes) == text + text + text + "連絡先\n港湾課\n\n主な対象\n小学生\n");
}

TEST_CASE("an address that was cut at the end of its column is one") {
  const Box first = latin(50, 115, "http://example.jp/harbour/");
  CHECK(read({at(50, 100, "港湾課"), first, latin(50, 130, "visits.html")}) ==
        "港湾課\nhttp://example.jp/harbour/visits.html\n");
  CHECK(read({at(50, 100, "港湾課"), first, at(50, 130, "灯台室")}) == "港湾課\nhttp://example.jp/harbour/\n灯台室\n");
  CHECK(read({at(50, 100, "港湾課"), first, latin(50, 130, "03-1234-5678")}) ==
        "港湾課\nhttp://example.jp/harbour/\n03-1234-5678\n");
}

TEST_CASE("a column of one line beside text that is wrapped below it is a column") {
  const std::string full = "一二三四五六七八九十一二三四五";
  Boxes boxes{at(50, 100, "船の修理"), at(250, 100, "写真の説明")};
  for (int i = 0; i < 4; ++i) boxes.push_back(at(50, 130 + 15 * i, full));
  boxes.push_back(at(50, 190, "終わり。"));
  CHECK(read(boxes) == "船の修理\n\n" + full + full + full + full + "終わり。\n\n写真の説明\n");
}

TEST_CASE("a column of labels in a font of their own is read row by row") {
  const Boxes boxes{bold(at(50, 100, "開催日")), at(120, 100, "毎年の秋"), bold(at(50, 115, "場所")),
                    at(120, 115, "港の広場")};
  CHECK(read(boxes) == "開催日\t毎年の秋\n場所\t港の広場\n");
}

TEST_CASE("a font that claims too much room, or another size, is not believed") {
  struct Example {
    double height, font_size, size, top;
  };
  const Example examples[] = {
      {10, 10, 10, 100},  // as it should be
      {10, 0, 10, 100},   // unknown
      {14, 10, 10, 100},  // some room
      {30, 10, 10, 110},  // too much: the letters stand in its middle
      {30, 1, 10, 110},   // and another size
  };
  for (const Example& example : examples) {
    CAPTURE(example.height);
    CAPTURE(example.font_size);
    Box box = at(50, 100, "手続き");
    box.bottom = 100 + example.height;
    chiho::pdf::fit_to_letters(box, example.font_size);
    CHECK(box.size == doctest::Approx(example.size));
    CHECK(box.top == doctest::Approx(example.top));
  }
}

TEST_CASE("letters tell their size by their width, where most are Japanese") {
  struct Example {
    std::string text;
    double width, size;
  };
  const Example examples[] = {
      {"漁具支援", 40, 10}, {"漁具EC支援", 50, 10}, {"会", 10, 10}, {"・", 4, 26}, {"EC店", 20, 26}};
  for (const Example& example : examples) {
    CAPTURE(example.text);
    Box box{50, 100, 50 + example.width, 130, 0, "Bold", example.text, false};
    chiho::pdf::fit_to_letters(box, 26);
    CHECK(box.size == doctest::Approx(example.size));
  }
}

TEST_CASE("letters set apart are one word, words of Latin letters are not") {
  CHECK(read({at(50, 100, "手"), at(63, 100, "続"), at(76, 100, "き")}) == "手続き\n");
  CHECK(read({{50, 100, 75, 110, 10, "", "grant", true}, {78, 100, 90, 110, 10, "", "aid", false}}) == "grant aid\n");
}

TEST_CASE("room above a line and a new font begin a block") {
  CHECK(read({at(50, 100, "題名"), at(50, 115, "続き")}) == "題名\n続き\n");
  CHECK(read({at(50, 100, "題名"), at(50, 130, "本文")}) == "題名\n\n本文\n");
  CHECK(read({bold(at(50, 100, "題名")), at(50, 115, "本文")}) == "題名\n\n本文\n");
  CHECK(read({at(50, 100, "題名"), at(50, 200, "写真の下")}) == "題名\n\n\n\n写真の下\n");
}

TEST_CASE("wrapped lines are joined, lists are not") {
  const std::string full = "一二三四五六七八九十一二";
  CHECK(read({at(50, 100, full), at(50, 115, full), at(50, 130, full), at(50, 145, "終わり")}) ==
        full + full + full + "終わり\n");
  CHECK(read({at(50, 100, full), at(50, 115, "・" + full), at(50, 130, full), at(50, 145, "・次")}) ==
        full + "\n・" + full + full + "\n・次\n");
  CHECK(read({at(50, 100, "港湾課"), at(50, 115, "灯台室"), at(50, 130, "船員室")}) == "港湾課\n灯台室\n船員室\n");
}

TEST_CASE("many boxes are laid out in no time") {
  Boxes boxes;
  for (int i = 0; i < 60'000; ++i) boxes.push_back(at(i % 40 * 60, i / 40 * 3, "字"));
  CHECK_FALSE(read(boxes).empty());
}

TEST_CASE("roman numbers before the first page are no text, words are") {
  std::vector<chiho::pdf::PageBoxes> pages(2);
  for (auto& page : pages) page.height = 800;
  pages[0].boxes = {at(50, 100, "目次"), at(300, 780, "- ii -")};
  pages[1].boxes = {at(50, 100, "目次"), at(300, 780, "Civil")};
  chiho::pdf::take_page_numbers(pages);
  CHECK(pages[0].boxes.size() == 1);
  CHECK(pages[1].boxes.size() == 2);
}

TEST_CASE("a number below all else is the page's, wherever it stands") {
  std::vector<chiho::pdf::PageBoxes> pages(2);
  for (std::size_t i = 0; i < pages.size(); ++i)
    pages[i] = {800, {at(50, 300, "本文"), at(300, 600, std::to_string(i + 4))}, {}};
  chiho::pdf::take_page_numbers(pages);
  CHECK(pages[0].printed == 4);
  CHECK(pages[1].printed == 5);
}

TEST_CASE("a counter of all pages is their number where nothing else is") {
  std::vector<chiho::pdf::PageBoxes> pages(2);
  for (std::size_t i = 0; i < pages.size(); ++i)
    pages[i] = {800, {at(50, 300, "本文"), latin(300, 780, std::to_string(i + 1) + "/2")}, {}};
  chiho::pdf::take_page_numbers(pages);
  CHECK(pages[0].printed == 1);
  CHECK(pages[1].printed == 2);
}

TEST_CASE("beside a mark, another phone is another office's, whose mark is missing") {
  CHECK(read({at(50, 100, "●港湾の見学会担当"), at(150, 100, "０３ー１２３４"), at(50, 115, "船員課"),
              at(150, 115, "０３ー５６７８"), at(50, 130, "●灯台室"), at(150, 130, "０３ー９９９９")}) ==
        "●港湾の見学会担当\t０３ー１２３４\n船員課\t０３ー５６７８\n●灯台室\t０３ー９９９９\n");
}

TEST_CASE("a page number is a number alone, with its usual company") {
  using chiho::pdf::page_number;
  for (const char* text : {"12", "- 12 -", "－１２－", "p.12", "P. 12", "12ページ", "12 頁", "12/30", "［12］"}) {
    CAPTURE(text);
    CHECK(page_number(text) == 12);
  }
  for (const char* text : {"", "-", "0", "12月", "1, 2", "12345", "平成12", "12-3", "iv", "p"}) {
    CAPTURE(text);
    CHECK_FALSE(page_number(text));
  }
}
