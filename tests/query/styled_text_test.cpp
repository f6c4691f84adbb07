#include "query/program/styled_text.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "dict/line_layout.hpp"

namespace chiho {
namespace {

const Paper plain{20, false};
const Paper endless{0, false};

TEST_CASE("a paragraph is broken to the width, with its indent") {
  CHECK(laid_out({{"地方自治体と連携した無償資金協力です。"}}, plain) == "地方自治体と連携した\n無償資金協力です。\n");
  CHECK(laid_out({{"地方自治体と連携した無償資金協力です。"}}, plain, 2, 4) ==
        "  地方自治体と連携し\n    た無償資金協力で\n    す。\n");
  CHECK(laid_out({{"一二三四五六七八九十、十一"}}, plain) ==
        "一二三四五六七八九\n十、十一\n");  // no line begins with 、
  CHECK(laid_out({{"see http://example.org/a-long-address"}}, plain) == "see http://\nexample.org/a-long-\naddress\n");
  CHECK(laid_out({{std::string(45, 'x')}}, plain) ==
        std::string(20, 'x') + "\n" + std::string(20, 'x') + "\n" + std::string(5, 'x') + "\n");
  CHECK(laid_out({{"  two\nwords  "}}, endless, 1) == "   two words\n");
  CHECK(laid_out({{""}}, plain, 3) == "\n");
}

TEST_CASE("what is whole stands on one line, if it can") {
  CHECK(laid_out({{"電話 "}, {"地方連携 推進室", Style::phone, true}, {" へ"}}, {14, false}) ==
        "電話 地方連携\n推進室 へ\n");  // 15 cells do not fit in 14
  CHECK(laid_out({{"電話番号は "}, {"地方連携 室", Style::phone, true}, {" へ"}}, {13, false}) ==
        "電話番号は\n地方連携 室\nへ\n");
}

TEST_CASE("styles are colours, closed at every line end; marks are brackets without colour") {
  CHECK(laid_out({{"上"}, {"水道", Style::mark}, {"の話"}}, endless) == "上【水道】の話\n");
  CHECK(laid_out({{"上"}, {"水道", Style::mark}, {"の話"}}, {0, true}) == "上\x1b[1;33m水道\x1b[0mの話\n");
  CHECK(laid_out({{"一二三四五六", Style::title}}, {10, true}) == "\x1b[1m一二三四五\x1b[0m\n\x1b[1m六\x1b[0m\n");
}

TEST_CASE("no line is wider than the paper, and no letter is lost") {
  const auto seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  const std::vector<std::string> letters{"水", "道", "ー", "、", "「", "」", "a",       "Z",
                                         " ",  "-",  "5",  "が", "…",  "(",  "\xCC\x81"};
  for (int round = 0; round < 200; ++round) {
    StyledWords spans;
    std::string all;
    for (std::size_t i = random() % 6; i > 0; --i) {
      std::string text;
      for (std::size_t j = random() % 40; j > 0; --j) text += letters[random() % letters.size()];
      spans.push_back({text, static_cast<Style>(random() % 4), random() % 2 == 0});
      all += text;
    }
    const Paper paper{20 + random() % 60, false};
    CAPTURE(all);
    std::istringstream lines(laid_out(spans, paper, random() % 8, random() % 8));
    std::string kept;
    for (std::string line; std::getline(lines, line); kept += line) CHECK(display_width(line) <= paper.width);
    std::erase(kept, ' ');
    std::erase(all, ' ');
    CHECK(kept == all);
  }
}

TEST_CASE("a megabyte is laid out at once") {
  std::string text;
  while (text.size() < (1U << 20U)) text += "水道";
  CHECK(laid_out({{text, Style::plain, true}}, plain).size() > text.size());
}

}  // namespace
}  // namespace chiho
