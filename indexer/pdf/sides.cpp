#include "pdf/sides.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <string>

#include "bytes/utf8.hpp"

namespace chiho::pdf {
namespace {

constexpr double beside = 0.15;  // between the feet of letters on one line, in letter heights

std::size_t letters_in(const Cell& cell) {
  std::size_t count = 0;
  for (const Box* box : cell.boxes) count += letter_count(box->text);
  return count;
}

// Lines that were wrapped at the end of a column, on this side.
bool is_wrapped_text(const std::vector<Row>& rows, const Band& band, Side side) {
  constexpr double full = 0.85;
  constexpr double shortest = 8;  // letters
  constexpr int enough = 2;
  std::vector<Extent> lines;
  double left = std::numeric_limits<double>::max();
  double right = 0;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const auto extent = part_of(rows[i], band.gutters.front(), side);
    if (!extent) continue;
    lines.push_back(*extent);
    left = std::min(left, extent->left);
    right = std::max(right, extent->right);
  }
  int wrapped = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const double height = lines[i].bottom - lines[i].top;
    const double width = lines[i].right - lines[i].left;
    const bool is_long = width >= full * (right - left) && width >= shortest * height;
    if (is_long && lines[i + 1].top - lines[i].bottom <= tight * height) ++wrapped;
  }
  return wrapped >= enough;
}

// How many blocks begin on this side, and how many of them beside no line of the other.
struct Starts {
  int all = 0;
  int alone = 0;
};
Starts starts(const std::vector<Row>& rows, const Band& band, Side side) {
  const Gutter& gutter = band.gutters.front();
  Starts count;
  std::optional<Extent> above;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const auto here = part_of(rows[i], gutter, side);
    if (!here) continue;
    const double height = here->bottom - here->top;
    const auto other = part_of(rows[i], gutter, side == Side::left ? Side::right : Side::left);
    if (!above || here->top - above->bottom > tight * height) {
      ++count.all;
      if (!other || std::abs(other->bottom - here->bottom) > beside * height) ++count.alone;
    }
    above = here;
  }
  return count;
}

// Lines of the two sides that stand neither beside nor below each other.
int offset_lines(const std::vector<Row>& rows, const Band& band) {
  int count = 0;
  std::optional<Extent> left;
  std::optional<Extent> right;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const auto left_here = part_of(rows[i], band.gutters.front(), Side::left);
    const auto right_here = part_of(rows[i], band.gutters.front(), Side::right);
    if (left_here) left = left_here;
    if (right_here) right = right_here;
    if (!left || !right) continue;
    const double overlap = std::min(left->bottom, right->bottom) - std::max(left->top, right->top);
    if (overlap > 0 && std::abs(left->bottom - right->bottom) > beside * (right->bottom - right->top)) ++count;
  }
  return count;
}

// Text that is still wrapped on the left where the column on the right has ended.
bool outlasts_right(const std::vector<Row>& rows, const Band& band) {
  std::size_t below = band.end;
  while (below > band.begin && !has_right(rows[below - 1], band.gutters.front())) --below;
  return is_wrapped_text(rows, {below, band.end, band.gutters, {}}, Side::left);
}

}  // namespace

bool are_columns(const std::vector<Row>& rows, const Band& band) {
  constexpr int enough = 2;
  if (is_wrapped_text(rows, band, Side::left) && is_wrapped_text(rows, band, Side::right)) return true;
  if (outlasts_right(rows, band)) return true;
  return starts(rows, band, Side::left).all >= enough &&
         (starts(rows, band, Side::right).alone >= enough || offset_lines(rows, band) >= enough);
}

bool is_within_rows(const std::vector<Row>& rows, const Gutter& gutter, const Band& band) {
  std::set<std::string> label_fonts;
  std::set<std::string> value_fonts;
  std::size_t both = 0;
  std::size_t numbers = 0;
  std::size_t longest = 0;
  bool labels_alone = false;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const Row& row = rows[i];
    const auto right = std::find_if(row.cells.begin(), row.cells.end(),
                                    [&](const Cell& cell) { return cell.left >= gutter.right - 0.01; });
    if (right == row.cells.begin() || right == row.cells.end()) {
      labels_alone = labels_alone || right == row.cells.end();
      continue;
    }
    const Cell& left = *std::prev(right);
    ++both;
    numbers += is_value(left, *right) ? 1 : 0;
    longest = std::max(longest, letters_in(left));
    label_fonts.insert(left.boxes.front()->font);
    value_fonts.insert(right->boxes.front()->font);
  }
  if (both == 0) return true;
  constexpr std::size_t longest_label = 10;
  constexpr std::size_t many = 4;
  const bool other_font = label_fonts.size() == 1 && value_fonts.size() == 1 && label_fonts != value_fonts;
  const bool labels = longest <= longest_label && ((both > 1 && other_font) || (both >= many && !labels_alone));
  return numbers * 2 >= both || labels;
}

int pairs(const std::vector<Row>& rows, const Band& band, Side side) {
  int count = 0;
  for (std::size_t row = band.begin; row < band.end; ++row) {
    const auto& cells = rows[row].cells;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const bool right = cells[i - 1].left >= band.gutters.front().right - 0.01;
      const bool left = cells[i].right <= band.gutters.front().left + 0.01;
      if (!(side == Side::right ? right : left) || !is_value(cells[i - 1], cells[i])) continue;
      ++count;
      break;
    }
  }
  return count;
}

}  // namespace chiho::pdf
