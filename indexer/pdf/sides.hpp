// Columns or cells: what the lines on the two sides of a gutter tell.
#pragma once

#include <vector>

#include "pdf/columns.hpp"
#include "pdf/gutters.hpp"

namespace chiho::pdf {

// Columns that go their own ways on the sides of the band's first gutter, unlike cells side by side.
bool are_columns(const std::vector<Row>& rows, const Band& band);

// A gutter before numbers, or behind a column of labels, does not part columns: such rows are read across.
bool is_within_rows(const std::vector<Row>& rows, const Gutter& gutter, const Band& band);

// How many rows have a name and its value on this side of the band's first gutter.
int pairs(const std::vector<Row>& rows, const Band& band, Side side);

}  // namespace chiho::pdf
