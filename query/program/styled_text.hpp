// Text for a terminal: runs of letters, each in its style, laid out on lines of a given width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace chiho {

enum class Style : std::uint8_t { plain, title, kind, page, mark, label, phone, option, faint };

struct Styled {
  std::string text;
  Style style = Style::plain;
  bool whole = false;  // not to be broken over two lines, unless it is longer than one
};
using StyledWords = std::vector<Styled>;

struct Paper {
  std::size_t width = 0;  // in cells; 0: lines are as long as they are
  bool color = false;     // without it, marks are 【so】 and the other styles look alike
};

// One paragraph on as many lines as it needs, each ended by '\n'. The first line is indented by `first` cells, the
// others by `rest`. Line ends within the spans are spaces.
std::string laid_out(const StyledWords& spans, const Paper& paper, std::size_t first = 0, std::size_t rest = 0);

}  // namespace chiho
