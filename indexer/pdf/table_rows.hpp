// The rows of a table: their cells may hold several lines each.
#pragma once

#include <vector>

#include "pdf/columns.hpp"
#include "pdf/layout.hpp"

namespace chiho::pdf {

// The lines of a band that is read across: its rows one by one, or, where it has cells, a line for each row of the
// table, with what was wrapped in a cell joined, and below it what else stands in its cells.
Lines lines_of_table(const std::vector<Row>& rows, const Band& band);

}  // namespace chiho::pdf
