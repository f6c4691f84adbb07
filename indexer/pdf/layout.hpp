// From text boxes with their places to lines in reading order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace chiho::pdf {

// A run of letters, as read: left to right, lines from top to bottom. Points.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;   // of the letters
  std::string font;  // any name that tells fonts apart
  std::string text;  // UTF-8
  bool space_after = false;
};

// Sets the size of a box, and its height where that is far more. A font may claim much room above and below its
// letters, and another size than they have; 0: unknown.
void fit_to_letters(Box& box, double font_size);

// What a line is the first of: the next column, or columns, or what stands below them.
enum class Start : std::uint8_t { none, column, block };

struct Line {
  std::string text;  // a tab where cells of a row stand far apart
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;
  std::string font;  // of most of its letters
  Start start = Start::none;
  bool full = false;    // it reaches to the end of its column, as wrapped lines do
  bool widest = false;  // no line of its column reaches further
};
using Lines = std::vector<Line>;

// Columns one after the other, a table's rows across.
Lines lines_of(const std::vector<Box>& boxes);

// Lines as text: the lines of a paragraph joined where they were wrapped, with blank lines where there is more room
// than between them, or another font. `typical` is typical_room() of the document.
std::string text_of(const Lines& lines, double typical);

// Between two lines of a paragraph, in letter heights.
double typical_room(const std::vector<Lines>& pages);

}  // namespace chiho::pdf
