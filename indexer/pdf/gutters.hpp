// The gaps between the cells of a row, and what stands on the two sides of one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pdf/columns.hpp"

namespace chiho::pdf {

// In letter heights.
constexpr double narrowest_gutter = 1.2;  // what longer rows leave of it: signs may hang over the end of a column
constexpr double same_place = 0.15;       // where cells of several rows begin
constexpr double tight = 0.9;             // room between lines of one block

// A number, a phone, an address beside a name.
bool is_value(const Cell& name, const Cell& value);

// The gaps that may part columns, or cells of a table.
std::vector<Gutter> gutters_of(const Row& row);
bool is_wide(const Gutter& gutter, const Row& row);

// What a row leaves of a gutter.
std::optional<Gutter> left_of_gutter(Gutter gutter, const Row& row);

bool has_left(const Row& row, const Gutter& gutter);
bool has_right(const Row& row, const Gutter& gutter);
bool has_both(const Row& row, const Gutter& gutter);

enum class Side : std::uint8_t { left, right };

// Part of a row on one side of a gutter, from end to end.
struct Extent {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
};
std::optional<Extent> part_of(const Row& row, const Gutter& gutter, Side side);

}  // namespace chiho::pdf
