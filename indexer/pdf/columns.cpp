#include "pdf/columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "bytes/utf8.hpp"
#include "pdf/line.hpp"

namespace chiho::pdf {
namespace {

// All in letter heights.
constexpr double narrowest_new_gutter = 1.9;
constexpr double narrowest_gutter = 1.2;  // what longer rows leave of it: signs may hang over the end of a column
constexpr double tight = 0.9;             // room between lines of one block
constexpr double larger = 1.1;            // a heading's letters

constexpr double beside = 0.15;  // between the feet of letters on one line

constexpr std::size_t most_gutters = 40;  // side by side
constexpr std::size_t longest_run = 400;  // rows

// What stands in a table's row rather than in a column of its own.
bool is_number_like(const Cell& cell) {
  std::string text;
  for (const Box* box : cell.boxes) text += box->text;
  return kind_of(text) != Kind::words;
}

bool is_value(const Cell& name, const Cell& value) {
  return is_number_like(value) && !is_number_like(name);
}

std::size_t letters_in(const Cell& cell) {
  std::size_t count = 0;
  for (const Box* box : cell.boxes) count += letter_count(box->text);
  return count;
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

// What a row leaves of a gutter.
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
  if (narrowed && gutter.right - gutter.left < narrowest_gutter * row.size) return std::nullopt;
  return gutter;
}

// A number stands apart already where a column would not.
std::vector<Gutter> gutters_of(const Row& row) {
  std::vector<Gutter> gutters;
  for (std::size_t i = 1; i < row.cells.size() && gutters.size() < most_gutters; ++i) {
    const double room = row.cells[i].left - row.cells[i - 1].right;
    if (room >= narrowest_new_gutter * row.size || is_value(row.cells[i - 1], row.cells[i]))
      gutters.push_back({row.cells[i - 1].right, row.cells[i].left});
  }
  return gutters;
}

enum class Side : std::uint8_t { left, right };

// Part of a row on one side of a gutter, from end to end.
struct Extent {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
};
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

  // Lines that were wrapped at the end of a column, on this side.
  [[nodiscard]] bool is_wrapped_text(const Band& band, Side side) const {
    constexpr double full = 0.85;
    constexpr double shortest = 8;  // letters
    constexpr int enough = 2;
    std::vector<Extent> lines;
    double left = std::numeric_limits<double>::max();
    double right = 0;
    for (std::size_t i = band.begin; i < band.end; ++i) {
      const auto extent = part_of(rows_[i], band.gutters.front(), side);
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
  [[nodiscard]] Starts starts(const Band& band, Side side) const {
    const Gutter& gutter = band.gutters.front();
    Starts count;
    std::optional<Extent> above;
    for (std::size_t i = band.begin; i < band.end; ++i) {
      const auto here = part_of(rows_[i], gutter, side);
      if (!here) continue;
      const double height = here->bottom - here->top;
      const auto other = part_of(rows_[i], gutter, side == Side::left ? Side::right : Side::left);
      if (!above || here->top - above->bottom > tight * height) {
        ++count.all;
        if (!other || std::abs(other->bottom - here->bottom) > beside * height) ++count.alone;
      }
      above = here;
    }
    return count;
  }

  // Lines of the two sides that stand neither beside nor below each other.
  [[nodiscard]] int offset_lines(const Band& band) const {
    int count = 0;
    std::optional<Extent> left;
    std::optional<Extent> right;
    for (std::size_t i = band.begin; i < band.end; ++i) {
      const auto left_here = part_of(rows_[i], band.gutters.front(), Side::left);
      const auto right_here = part_of(rows_[i], band.gutters.front(), Side::right);
      if (left_here) left = left_here;
      if (right_here) right = right_here;
      if (!left || !right) continue;
      const double overlap = std::min(left->bottom, right->bottom) - std::max(left->top, right->top);
      if (overlap > 0 && std::abs(left->bottom - right->bottom) > beside * (right->bottom - right->top)) ++count;
    }
    return count;
  }

  // Text that is still wrapped on the left where the column on the right has ended.
  [[nodiscard]] bool outlasts_right(const Band& band) const {
    std::size_t below = band.end;
    while (below > band.begin && !has_right(rows_[below - 1], band.gutters.front())) --below;
    return is_wrapped_text({below, band.end, band.gutters, {}}, Side::left);
  }

  // Columns that go their own ways, unlike cells side by side.
  [[nodiscard]] bool are_columns(const Band& band) const {
    constexpr int enough = 2;
    if (is_wrapped_text(band, Side::left) && is_wrapped_text(band, Side::right)) return true;
    if (outlasts_right(band)) return true;
    return starts(band, Side::left).all >= enough &&
           (starts(band, Side::right).alone >= enough || offset_lines(band) >= enough);
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

  // A gutter before numbers, or behind a column of labels, does not part columns: such rows are read across.
  [[nodiscard]] bool is_within_rows(const Gutter& gutter, const Band& band) const {
    std::set<std::string> label_fonts;
    std::set<std::string> value_fonts;
    std::size_t rows = 0;
    std::size_t numbers = 0;
    std::size_t longest = 0;
    bool labels_alone = false;
    for (std::size_t i = band.begin; i < band.end; ++i) {
      const Row& row = rows_[i];
      const auto right = std::find_if(row.cells.begin(), row.cells.end(),
                                      [&](const Cell& cell) { return cell.left >= gutter.right - 0.01; });
      if (right == row.cells.begin() || right == row.cells.end()) {
        labels_alone = labels_alone || right == row.cells.end();
        continue;
      }
      const Cell& left = *std::prev(right);
      ++rows;
      numbers += is_value(left, *right) ? 1 : 0;
      longest = std::max(longest, letters_in(left));
      label_fonts.insert(left.boxes.front()->font);
      value_fonts.insert(right->boxes.front()->font);
    }
    if (rows == 0) return true;
    constexpr std::size_t longest_label = 10;
    constexpr std::size_t many = 4;
    const bool other_font = label_fonts.size() == 1 && value_fonts.size() == 1 && label_fonts != value_fonts;
    const bool labels = longest <= longest_label && ((rows > 1 && other_font) || (rows >= many && !labels_alone));
    return numbers * 2 >= rows || labels;
  }

  // How many rows have a name and its value on this side.
  [[nodiscard]] int pairs(const Band& band, Side side) const {
    int count = 0;
    for (std::size_t row = band.begin; row < band.end; ++row) {
      const auto& cells = rows_[row].cells;
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
        const bool wide = gutter.right - gutter.left >= narrowest_new_gutter * rows_[row].size;
        if (!wide || !is_value(cells[i], cells[i - 1])) continue;
        if (++tried > most) return std::nullopt;
        Band run = run_from(first, {gutter});
        if (pairs(run, Side::left) >= enough && pairs(run, Side::right) >= enough) return with_rows_above(run);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Band columns_from(std::size_t first) const {
    Band band = run_from(first, gutters_of(rows_[first]));
    if (Band higher = highest(band); are_columns(higher)) {
      band = std::move(higher);
      end_columns(band);
      end_at_heading(band);
    } else {
      end_grid(band);
    }
    const std::vector<Gutter> all = band.gutters;
    std::erase_if(band.gutters, [&](const Gutter& gutter) { return is_within_rows(gutter, band); });
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
    if (gutter.right - gutter.left < narrowest_new_gutter * left->size) return row;
    Band band = with_rows_above(run_from(first, {gutter}));
    if (!are_columns(band)) return row;
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
  if (apart) row.cells.push_back({box.left, box.right, {}});
  row.cells.back().right = std::max(row.cells.back().right, box.right);
  row.cells.back().boxes.push_back(&box);
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
  return rows;
}

std::vector<Band> bands_of(const std::vector<Row>& rows) {
  return Bands(rows).find();
}

}  // namespace chiho::pdf
