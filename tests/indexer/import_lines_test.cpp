#include <doctest/doctest.h>

#include "import/letters.hpp"
#include "import/lines.hpp"

using namespace chiho::brochure;
using Names = std::vector<std::string>;

TEST_CASE("lines know their number, the gap before them and their bullet") {
  const Lines lines = read_lines("港\n\n\n- ・魚\n---\n■ 船\n-5 度\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].text == "港");
  CHECK(lines[1].number == 4);
  CHECK(lines[1].gap == 2);
  CHECK(lines[1].bullet);
  CHECK(lines[1].text == "魚");
  CHECK(lines[2].text == "船");
  CHECK(lines[2].bullet);
  CHECK(lines[3].text == "-5 度");
  CHECK_FALSE(lines[3].bullet);
}

TEST_CASE("hard-wrapped lines are joined, lines ended on purpose are not") {
  struct Row {
    std::string text;
    Names paragraphs;
  };
  const std::vector<Row> table{
      {"港の出来事を毎月知ら\nせます。\n", {"港の出来事を毎月知らせます。"}},
      {"open source\nsoftware\n", {"open source software"}},
      {"- 一つ目\n- 二つ目\n", {"一つ目", "二つ目"}},
      {"- 展示\n港の展示室で漁具や船の模型を展示します。\n", {"展示", "港の展示室で漁具や船の模型を展示します。"}},
      {"写真提供：港湾課\n魚（写真：港湾課）\n", {"魚"}},
  };
  for (const Row& row : table) {
    CAPTURE(row.text);
    CHECK(paragraphs(read_lines(row.text)) == row.paragraphs);
  }
}

TEST_CASE("an address that was wrapped is one, two addresses are two") {
  struct Example {
    std::string above, below, whole;
  };
  const Example examples[] = {
      {"https://example.jp/wood-", "fair/", "https://example.jp/wood-fair/"},
      {"案内 https://example.jp/a/", "b.html 参照", "案内 https://example.jp/a/b.html 参照"},
      {"https://example.jp/", "https://example.org/", "https://example.jp/ https://example.org/"},
      {"https://example.jp/", "ABE initiative", "https://example.jp/ ABE initiative"},
      {"https://example.jp/ is well-", "known", "https://example.jp/ is well- known"},
      {"Japan House", "London", "Japan House London"},
  };
  for (const Example& example : examples) {
    std::string text = example.above;
    append_text(text, example.below);
    CHECK(text == example.whole);
  }
}
