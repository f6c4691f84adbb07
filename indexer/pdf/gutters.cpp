#include "pdf/gutters.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pdf/line.hpp"

namespace chiho::pdf {
namespace {

constexpr double narrowest_new_gutter = 1.9;  // in letter heights
constexpr std::size_t most_gutters = 40;      // side by side

// What stands in a table's row rather than in a column of its own.
bool is_number_like(const Cell& cell) {
  std::string text;
  for (const Box* box : cell.boxes) text += box->text;
  return kind_of(text) != Kind::words;
}

}  // namespace

bool is_value(const Cell& name, const Cell& value) {
  return is_number_like(value) && !is_number_like(name);
}

bool has_left(const Row& row, const Gutter& gutter) {
  return row.cells.front().right <= gutter.left + 0.01;
}
bool has_right(const Row& row, const Gutter& gutter) {
  return row.cells.back().left >= gutter.right - 0.01;
}
bool has_both(const Row& row, const Gutter& gutter) {
  return has_left(row, gutter) && has_right(row, gutter);
}

std::optional<Gutter> left_of_gutter(Gutter gutter, const Row& row) {
  bool narrowed = false;
  for (const Cell& cell : row.cells) {
    if (cell.right <= gutter.left || cell.left >= gutter.right) continue;
    narrowed = true;
    if (cell.left - gutter.left >= gutter.right - cell.right) {
      gutter.right = cell.left;
    } else {
      gutter.left = cell.right;
    }
  }
  const bool close = std::ranges::any_of(row.cells, [&](const Cell& cell) {
    return cell.close && std::abs(cell.left - gutter.right) <= same_place * row.size;
  });
  if (narrowed && !close && gutter.right - gutter.left < narrowest_gutter * row.size) return std::nullopt;
  return gutter;
}

bool is_wide(const Gutter& gutter, const Row& row) {
  return gutter.right - gutter.left >= narrowest_new_gutter * row.size;
}

// A number stands apart already where a column would not.
std::vector<Gutter> gutters_of(const Row& row) {
  std::vector<Gutter> gutters;
  for (std::size_t i = 1; i < row.cells.size() && gutters.size() < most_gutters; ++i) {
    const Gutter gutter{row.cells[i - 1].right, row.cells[i].left};
    if (is_wide(gutter, row) || is_value(row.cells[i - 1], row.cells[i])) gutters.push_back(gutter);
  }
  return gutters;
}

std::optional<Extent> part_of(const Row& row, const Gutter& gutter, Side side) {
  std::optional<Extent> extent;
  for (const Cell& cell : row.cells) {
    if ((cell.left >= gutter.right - 0.01) != (side == Side::right)) continue;
    const Box& first = *cell.boxes.front();
    if (!extent) extent = Extent{cell.left, cell.right, first.top, first.bottom};
    extent->right = cell.right;
  }
  return extent;
}

}  // namespace chiho::pdf
