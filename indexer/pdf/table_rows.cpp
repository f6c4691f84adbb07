#include "pdf/table_rows.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "pdf/line.hpp"

namespace chiho::pdf {
namespace {

// All in letter heights.
constexpr double far = 0.9;             // between lines of two rows
constexpr double closer = 0.2;          // lines of one cell than rows
constexpr double ragged = 1.6;          // some signs do not begin a line
constexpr double widest_gap = 3.2;      // between the cells of a table that is full
constexpr double shortest_wrapped = 4;  // a cell that text is wrapped in
constexpr double shortest_beside = 8;   // the same beside another line: labels are shorter

// What stands at one height in the cells of a table.
struct TableLine {
  std::vector<std::optional<Line>> cells;
  double room_above = 0;  // to the line above, whatever its cell
};

// A row of the table: the lines of each cell.
using TableRow = std::vector<Lines>;

std::vector<TableLine> table_lines(const std::vector<Row>& rows, const Band& band) {
  std::vector<TableLine> lines;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    std::vector<Row> parts(band.cells.size() + 1, Row{rows[i].top, rows[i].bottom, rows[i].size, {}});
    for (const Cell& cell : rows[i].cells) {
      const auto before = [&](const Gutter& gutter) { return gutter.left + gutter.right < cell.left + cell.right; };
      parts[static_cast<std::size_t>(std::count_if(band.cells.begin(), band.cells.end(), before))].cells.push_back(
          cell);
    }
    TableLine line;
    for (const Row& part : parts) {
      auto& cell = line.cells.emplace_back();
      if (!part.cells.empty()) cell = line_of(part);
      if (cell && cell->text.empty()) cell.reset();
    }
    if (i > band.begin) line.room_above = (rows[i].top - rows[i - 1].bottom) / std::max(1.0, rows[i].size);
    lines.push_back(std::move(line));
  }
  return lines;
}

bool begins_phone(const std::string& text) {
  return text.starts_with("0") || text.starts_with("０") || text.starts_with("+");
}

class TableReader {
 public:
  TableReader(const std::vector<Row>& rows, const Band& band) : band_(band), lines_(table_lines(rows, band)) {
    ends_.resize(band.cells.size() + 1, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (std::size_t cell = 0; cell < ends_.size(); ++cell)
        if (const auto& line = lines_[i].cells[cell]) ends_[cell] = std::max(ends_[cell], line->right);
      if (!lines_[i].cells.front() || !has_values(lines_[i])) continue;
      const bool marked = begins_item(lines_[i].cells.front()->text);
      marked_rows_ += marked ? 1 : 0;
      if (i == 0) continue;
      room_of_rows_ = std::min(room_of_rows_, lines_[i].room_above);
      if (marked) room_of_marked_ = std::min(room_of_marked_, lines_[i].room_above);
    }
  }

  Lines read() {
    for (const TableLine& line : lines_) {
      if (begins_row(line)) end_row();
      for (std::size_t cell = 0; cell < line.cells.size(); ++cell)
        if (line.cells[cell]) row_[cell].push_back(*line.cells[cell]);
    }
    end_row();
    return std::move(out_);
  }

 private:
  static bool has_values(const TableLine& line) {
    return std::any_of(line.cells.begin() + 1, line.cells.end(), [](const auto& cell) { return cell.has_value(); });
  }

  // It was wrapped at the end of its cell.
  [[nodiscard]] bool is_full(const Line& line, std::size_t cell, double shortest) const {
    if (line.right - line.left < shortest * line.size || ends_[cell] - line.right > ragged * line.size) return false;
    return cell == band_.cells.size() || band_.cells[cell].right - line.right <= widest_gap * line.size;
  }

  // A second phone, a second address: each row has its own.
  [[nodiscard]] bool has_new_value(const TableLine& line) const {
    for (std::size_t cell = 1; cell < line.cells.size(); ++cell) {
      if (!line.cells[cell] || row_[cell].empty()) continue;
      const Kind kind = kind_of(line.cells[cell]->text);
      const bool wrapped = is_full(row_[cell].back(), cell, shortest_wrapped);
      const bool again = std::any_of(row_[cell].begin(), row_[cell].end(),
                                     [&](const Line& above) { return kind_of(above.text) == kind; });
      if (kind == Kind::words ? !wrapped : again) return true;
    }
    return false;
  }

  // Where rows begin with a mark, a line without one may be the rest of the row above: of a name that was wrapped or
  // stands closer than rows do, beside what else is in the cells. Not beside another phone: there the mark is missing.
  [[nodiscard]] bool goes_on_marked(const TableLine& line) const {
    constexpr int enough = 2;
    if (marked_rows_ < enough || !has_values(line) || !begins_item(row_.front().front().text)) return false;
    for (std::size_t cell = 1; cell < line.cells.size(); ++cell) {
      const auto is_number = [](const Line& value) { return kind_of(value.text) == Kind::number; };
      if (line.cells[cell] && is_number(*line.cells[cell]) && std::ranges::any_of(row_[cell], is_number)) return false;
    }
    return is_full(row_.front().back(), 0, shortest_wrapped) || line.room_above < room_of_marked_ - closer;
  }

  [[nodiscard]] bool begins_row(const TableLine& line) const {
    if (line.room_above > far) return true;
    const auto& name = line.cells.front();
    if (!name) return false;
    const Lines& names = row_.front();
    const bool values = std::any_of(row_.begin() + 1, row_.end(), [](const Lines& cell) { return !cell.empty(); });
    if (names.empty()) return !values;
    if (begins_item(name->text)) return true;
    if (goes_on_marked(line)) return false;
    if (line.room_above < room_of_rows_ - closer) return false;
    if (!has_values(line)) return !is_full(names.back(), 0, shortest_wrapped);
    return !is_full(names.back(), 0, values ? shortest_beside : shortest_wrapped) || has_new_value(line);
  }

  // Each line that was wrapped with those that it goes on in.
  [[nodiscard]] Lines paragraphs(const Lines& lines, std::size_t cell) const {
    Lines joined;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0 && (cell == 0 || goes_on(lines[i - 1], lines[i], cell))) {
        const bool wrapped = goes_on(lines[i - 1], lines[i], cell);
        if (!wrapped) joined.back().text += ' ';
        append_wrapped(joined.back().text, 0, lines[i].text);
        joined.back().bottom = lines[i].bottom;
      } else {
        joined.push_back(lines[i]);
      }
    }
    return joined;
  }
  // Words and addresses are cut at signs too, short of the end of the cell.
  [[nodiscard]] bool goes_on(const Line& line, const Line& below, std::size_t cell) const {
    if (begins_item(below.text) || below.text.find("://") != std::string::npos) return false;
    const bool cut_at_sign = std::string_view("-_./@").find(line.text.back()) != std::string_view::npos;
    const bool other = begins_phone(below.text) || (kind_of(below.text) == Kind::address && !cut_at_sign);
    if (kind_of(line.text) == Kind::number && other) return false;
    const bool address = kind_of(line.text) == Kind::address && kind_of(below.text) == Kind::words;
    return cut_at_sign || address || is_full(line, cell, shortest_wrapped);
  }

  void end_row() {
    std::optional<Line> first;
    Lines more;
    for (std::size_t cell = 0; cell < row_.size(); ++cell) {
      Lines joined = paragraphs(std::exchange(row_[cell], {}), cell);
      if (joined.empty()) continue;
      if (first) {
        first->text += '\t' + joined.front().text;
        first->right = std::max(first->right, joined.front().right);
        first->bottom = std::max(first->bottom, joined.front().bottom);
      } else {
        first = joined.front();
      }
      more.insert(more.end(), joined.begin() + 1, joined.end());
    }
    if (!first) return;
    out_.push_back(std::move(*first));
    out_.insert(out_.end(), more.begin(), more.end());
  }

  const Band& band_;
  std::vector<TableLine> lines_;
  std::vector<double> ends_;  // of the cells
  double room_of_rows_ = std::numeric_limits<double>::max();
  double room_of_marked_ = std::numeric_limits<double>::max();  // rows with a mark
  int marked_rows_ = 0;
  TableRow row_ = TableRow(band_.cells.size() + 1);
  Lines out_;
};

}  // namespace

Lines lines_of_table(const std::vector<Row>& rows, const Band& band) {
  if (!band.cells.empty()) return TableReader(rows, band).read();
  Lines lines;
  for (std::size_t i = band.begin; i < band.end; ++i) lines.push_back(line_of(rows[i]));
  return lines;
}

}  // namespace chiho::pdf
