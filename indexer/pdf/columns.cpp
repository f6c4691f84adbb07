#include "pdf/columns.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "pdf/gutters.hpp"
#include "pdf/sides.hpp"

namespace chiho::pdf {
namespace {

constexpr double larger = 1.1;            // a heading's letters, in heights of the others
constexpr std::size_t longest_run = 400;  // rows

class Bands {
 public:
  explicit Bands(const std::vector<Row>& rows) : rows_(rows) {}

  std::vector<Band> find() {
    std::size_t at = 0;
    while (at < rows_.size()) {
      const Band band = band_from(at);
      while (!bands_.empty() && bands_.back().begin >= band.begin) bands_.pop_back();
      at = band.end;
      if (band.gutters.empty()) {
        for (std::size_t row = band.begin; row < band.end; ++row) bands_.push_back({row, row + 1, {}, {}});
        if (!band.cells.empty()) tables_.push_back(band);
      } else {
        bands_.push_back(band);
      }
    }
    return with_tables();
  }

 private:
  [[nodiscard]] Band band_from(std::size_t first) const {
    if (auto tables = tables_from(first)) {
      end_columns(*tables);
      end_at_heading(*tables);
      return *tables;
    }
    return gutters_of(rows_[first]).empty() ? staggered_from(first) : columns_from(first);
  }

  // The rows of a table in one band, as far as no columns took them.
  [[nodiscard]] std::vector<Band> with_tables() const {
    std::vector<Band> bands;
    auto table = tables_.begin();
    for (const Band& band : bands_) {
      while (table != tables_.end() && table->end <= band.begin) ++table;
      const bool within = table != tables_.end() && band.gutters.empty() && table->begin <= band.begin;
      if (within && !bands.empty() && bands.back().end == band.begin && !bands.back().cells.empty() &&
          band.begin > table->begin) {
        bands.back().end = band.end;
      } else {
        bands.push_back(band);
        if (within) bands.back().cells = table->cells;
      }
    }
    return bands;
  }

  // The rows down from `first` through which a gutter runs, and what gutters they leave.
  [[nodiscard]] Band run_from(std::size_t first, std::vector<Gutter> gutters) const {
    Band run{first, first + 1, std::move(gutters), {}};
    for (; run.end < std::min(rows_.size(), first + longest_run); ++run.end) {
      std::vector<Gutter> left;
      for (const Gutter& gutter : run.gutters)
        if (const auto rest = left_of_gutter(gutter, rows_[run.end])) left.push_back(*rest);
      if (left.empty()) break;
      run.gutters = std::move(left);
    }
    return run;
  }

  // The same with the rows above `first` through which the gutter runs too, up to the highest on its right: those on
  // its left are read before anyhow.
  [[nodiscard]] Band with_rows_above(Band run) const {
    Gutter gutter = run.gutters.front();
    std::size_t band = bands_.size();
    for (std::size_t row = run.begin; row > 0 && run.end - row < longest_run && band > 0; --row) {
      if (!bands_[--band].gutters.empty()) break;
      const auto rest = left_of_gutter(gutter, rows_[row - 1]);
      if (!rest) break;
      gutter = *rest;
      if (!part_of(rows_[row - 1], gutter, Side::right)) continue;
      run.begin = row - 1;
      run.gutters = {gutter};
    }
    return run;
  }

  // The same by the gutters that run highest: one that ends lower parts what stands inside a column.
  [[nodiscard]] Band highest(const Band& run) const {
    std::vector<Band> higher;
    for (const Gutter& gutter : run.gutters) higher.push_back(with_rows_above({run.begin, run.end, {gutter}, {}}));
    Band band{std::ranges::min_element(higher, {}, &Band::begin)->begin, run.end, {}, {}};
    for (const Band& one : higher)
      if (one.begin == band.begin) band.gutters.push_back(one.gutters.front());
    return band;
  }

  [[nodiscard]] double room_above(std::size_t row) const {
    return (rows_[row].top - rows_[row - 1].bottom) / std::max(1.0, rows_[row].size);
  }

  // A line or two right above what stands across the columns goes with that.
  void end_columns(Band& band) const {
    constexpr std::size_t most = 2;
    if (band.end == rows_.size()) return;
    std::size_t end = band.end;
    while (end > band.begin && !has_both(rows_[end - 1], band.gutters.front()) && band.end - end < most) {
      --end;
      if (room_above(end) > tight) {
        band.end = end;
        return;
      }
    }
  }

  // So does a larger heading on the left that nothing stands beside any more.
  void end_at_heading(Band& band) const {
    std::size_t last = band.end;  // row on the right
    while (last > band.begin && !has_right(rows_[last - 1], band.gutters.front())) --last;
    double largest = 0;
    for (std::size_t row = band.begin; row < band.end; ++row) {
      if (row >= last && row > band.begin && rows_[row].size > larger * largest && room_above(row) > tight) {
        band.end = row;
        return;
      }
      largest = std::max(largest, rows_[row].size);
    }
  }

  // Cells side by side, with what belongs to the last of them: lines of one side alone that stand as close below as
  // cells do below each other.
  void end_grid(Band& band) const {
    double closest = tight;
    double largest = rows_[band.begin].size;
    std::size_t end = band.begin + 1;
    for (; end < band.end; ++end) {
      const bool both = std::any_of(band.gutters.begin(), band.gutters.end(),
                                    [&](const Gutter& gutter) { return has_both(rows_[end], gutter); });
      if (both) {
        closest = std::max(closest, std::min(room_above(end), 2 * tight));
      } else if (room_above(end) > closest * 1.1 || rows_[end].size > larger * largest) {
        break;
      }
      largest = std::max(largest, rows_[end].size);
    }
    band.end = end;
  }

  // Tables side by side: the values of one end where the names of the next begin, be it some rows below.
  [[nodiscard]] std::optional<Band> tables_from(std::size_t first) const {
    constexpr std::size_t farthest = 40;  // rows
    constexpr int most = 3;
    constexpr int enough = 2;
    int tried = 0;
    for (std::size_t row = first; row < std::min(rows_.size(), first + farthest); ++row) {
      const auto& cells = rows_[row].cells;
      for (std::size_t i = 1; i < cells.size(); ++i) {
        const Gutter gutter{cells[i - 1].right, cells[i].left};
        if (!is_wide(gutter, rows_[row]) || !is_value(cells[i], cells[i - 1])) continue;
        if (++tried > most) return std::nullopt;
        Band run = run_from(first, {gutter});
        if (pairs(rows_, run, Side::left) >= enough && pairs(rows_, run, Side::right) >= enough)
          return with_rows_above(run);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Band columns_from(std::size_t first) const {
    Band band = run_from(first, gutters_of(rows_[first]));
    if (Band higher = highest(band); are_columns(rows_, higher)) {
      band = std::move(higher);
      end_columns(band);
      end_at_heading(band);
    } else {
      end_grid(band);
    }
    const std::vector<Gutter> all = band.gutters;
    std::erase_if(band.gutters, [&](const Gutter& gutter) { return is_within_rows(rows_, gutter, band); });
    if (band.gutters.empty()) band.cells = all;
    return band;
  }

  // Columns of which no line stands beside one of the other.
  [[nodiscard]] Band staggered_from(std::size_t first) const {
    Band row{first, first + 1, {}, {}};
    if (first + 1 == rows_.size() || room_above(first + 1) > tight) return row;
    const Row* left = &rows_[first];
    const Row* right = &rows_[first + 1];
    if (left->cells.front().left > right->cells.front().left) std::swap(left, right);
    const Gutter gutter{left->cells.back().right, right->cells.front().left};
    if (!is_wide(gutter, *left)) return row;
    Band band = with_rows_above(run_from(first, {gutter}));
    if (!are_columns(rows_, band)) return row;
    end_columns(band);
    end_at_heading(band);
    return band;
  }

  const std::vector<Row>& rows_;
  std::vector<Band> bands_;
  std::vector<Band> tables_;
};

void add_to(Row& row, const Box& box) {
  row.top = std::min(row.top, box.top);
  row.bottom = std::max(row.bottom, box.bottom);
  row.size = std::max(row.size, box.size);
  const bool apart =
      row.cells.empty() || box.left - row.cells.back().right >= narrowest_gutter * std::max(1.0, box.size);
  if (apart) row.cells.push_back({box.left, box.right, {}, false});
  row.cells.back().right = std::max(row.cells.back().right, box.right);
  row.cells.back().boxes.push_back(&box);
}

bool begins_cell(const Row& row, double left) {
  const double room = same_place * row.size;
  const auto cell = std::ranges::lower_bound(row.cells, left - room, {}, &Cell::left);
  return cell != row.cells.begin() && cell != row.cells.end() && cell->left <= left + room && !cell->close;
}

// Text that fills its cell comes close to the next cell: it ends where a cell of a row nearby begins.
void cut_full_cells(std::vector<Row>& rows) {
  constexpr double narrowest = 0.5;  // in letter heights
  constexpr std::size_t nearby = 3;  // rows
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto begins_nearby = [&](double left) {
      for (std::size_t row = i - std::min(i, nearby); row < std::min(rows.size(), i + nearby + 1); ++row)
        if (row != i && begins_cell(rows[row], left)) return true;
      return false;
    };
    std::vector<Cell> cells;
    for (const Cell& cell : rows[i].cells) {
      cells.push_back({cell.left, cell.right, {}, false});
      for (const Box* box : cell.boxes) {
        Cell& last = cells.back();
        const bool apart = !last.boxes.empty() && box->left - last.boxes.back()->right >= narrowest * rows[i].size;
        if (apart && begins_nearby(box->left)) {
          last.right = last.boxes.back()->right;
          cells.push_back({box->left, cell.right, {}, true});
        }
        cells.back().boxes.push_back(box);
      }
    }
    rows[i].cells = std::move(cells);
  }
}

}  // namespace

std::vector<Row> rows_of(const std::vector<const Box*>& boxes) {
  const auto middle = [](const Box* box) { return (box->top + box->bottom) / 2; };
  std::vector<const Box*> sorted = boxes;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Box* a, const Box* b) { return middle(a) < middle(b); });
  std::vector<Row> rows;
  for (std::size_t begin = 0; begin < sorted.size();) {
    const Box* first = sorted[begin];
    std::size_t end = begin + 1;
    while (end < sorted.size() && middle(sorted[end]) - middle(first) <
                                      std::min(sorted[end]->bottom - sorted[end]->top, first->bottom - first->top) / 2)
      ++end;
    const auto at = [&](std::size_t i) { return sorted.begin() + static_cast<std::ptrdiff_t>(i); };
    std::stable_sort(at(begin), at(end), [](const Box* a, const Box* b) { return a->left < b->left; });
    Row row{first->top, first->bottom, 0, {}};
    for (std::size_t i = begin; i < end; ++i) add_to(row, *sorted[i]);
    rows.push_back(std::move(row));
    begin = end;
  }
  cut_full_cells(rows);
  return rows;
}

std::vector<Band> bands_of(const std::vector<Row>& rows) {
  return Bands(rows).find();
}

}  // namespace chiho::pdf
