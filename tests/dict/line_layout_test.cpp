#include "dict/line_layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace chiho {
namespace {

// The text with | wherever a line may be broken.
std::string cut(const std::string& text) {
  std::string shown;
  std::size_t begin = 0;
  for (const std::size_t end : line_breaks(text)) {
    shown += (begin == 0 ? "" : "|") + text.substr(begin, end - begin);
    begin = end;
  }
  return shown;
}

TEST_CASE("letters are as wide as a terminal shows them") {
  struct Example {
    std::string text;
    std::size_t cells;
  };
  const std::vector<Example> examples{
      {"", 0},
      {"p.17", 4},
      {"水道", 4},
      {"ＯＤＡ", 6},
      {"ﾊﾝｶｸ", 4},
      {"が", 2},                  // one letter
      {"か\xE3\x82\x99", 2},      // the same as two
      {"e\xCC\x81", 1},           // e and an accent
      {"\xE2\x80\x8B", 0},        // zero width space
      {"髙\xF0\xA0\xAE\xB7", 4},  // outside the basic plane too
      {"…", 2},                   // of which terminals disagree
      {"03-5501-8373", 12},
      {"\xFF", 2},  // shown as U+FFFD
  };
  for (const auto& example : examples) {
    CAPTURE(example.text);
    CHECK(display_width(example.text) == example.cells);
  }
}

TEST_CASE("a line is broken where Japanese lines are") {
  CHECK(cut("水道の話。") == "水|道|の|話。");
  CHECK(cut("「水道」を") == "「水|道」|を");
  CHECK(cut("センターが") == "セ|ン|ター|が");
  CHECK(cut("キャリア、") == "キャ|リ|ア、");
  CHECK(cut("JICAの03-5501-8373へ") == "JICA|の|03-5501-8373|へ");
  CHECK(cut("two words") == "two |words");
  CHECK(cut("") == "");
}

}  // namespace
}  // namespace chiho
