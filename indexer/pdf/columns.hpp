// Where columns stand side by side: rows of cells, and the gaps that run down through them.
#pragma once

#include <cstddef>
#include <vector>

#include "pdf/layout.hpp"

namespace chiho::pdf {

// Boxes that stand close together in a row.
struct Cell {
  double left = 0;
  double right = 0;
  std::vector<const Box*> boxes;
  bool close = false;  // it stands close to the one before, but where cells of other rows begin
};

struct Row {
  double top = 0;
  double bottom = 0;
  double size = 0;          // of the largest letters
  std::vector<Cell> cells;  // from left to right
};

// Between columns: nothing stands in it.
struct Gutter {
  double left = 0;
  double right = 0;
};

// Rows [begin, end) with the gutters that part them into columns; without any they are read across, as a table with
// these cells if it has cells.
struct Band {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Gutter> gutters;
  std::vector<Gutter> cells;
};

std::vector<Row> rows_of(const std::vector<const Box*>& boxes);

// Every row is in one band; a row that is read across is a band of its own, or in that of its table.
std::vector<Band> bands_of(const std::vector<Row>& rows);

}  // namespace chiho::pdf
