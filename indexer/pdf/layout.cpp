#include "pdf/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "bytes/utf8.hpp"
#include "pdf/columns.hpp"
#include "pdf/line.hpp"
#include "pdf/table_rows.hpp"

namespace chiho::pdf {
namespace {

constexpr double ragged = 1.2;  // in letter heights: some signs do not begin a line
constexpr int deepest = 12;     // columns within columns

bool is_kanji(char32_t letter) {
  return letter >= 0x4E00 && letter <= 0x9FFF;
}

// Japanese letters are as wide as they are high, Latin ones among them half as wide. Of a single letter only a kanji is
// sure to be.
std::optional<double> width_of_letters(const Box& box) {
  const std::u32string letters = letters_of(box.text);
  const auto japanese = std::ranges::count_if(letters, [](char32_t letter) { return letter >= 0x3000; });
  const auto others = std::ssize(letters) - japanese;
  if (japanese <= others || (letters.size() < 2 && !is_kanji(letters.front()))) return std::nullopt;
  return (box.right - box.left) / (static_cast<double>(japanese) + static_cast<double>(others) / 2);
}

void append_lines(Lines& lines, const std::vector<const Box*>& boxes, int depth);

bool is_long(const Line& line) {
  constexpr std::size_t long_line = 10;  // letters
  return letter_count(line.text) >= long_line && line.text.find('\t') == std::string::npos;
}

double left_of(const Lines& lines) {
  return std::ranges::min_element(lines, {}, &Line::left)->left;
}

struct LongLine {
  Line* line = nullptr;
  double left = 0;
  [[nodiscard]] double end() const { return line->right - left; }
};
// Full are those that end where most do, seen from the left end of their column. `beyond`: how many may reach further,
// for each that is full.
void find_full(std::vector<LongLine> lines, double beyond) {
  constexpr std::size_t enough = 3;
  std::ranges::stable_sort(lines, {}, &LongLine::end);
  std::size_t best_first = 0;
  std::size_t most = 1;
  for (std::size_t first = 0, last = 0; last < lines.size(); ++last) {
    while (lines[last].end() - lines[first].end() > ragged * lines[last].line->size) ++first;
    if (last - first + 1 >= most) most = last - first + 1, best_first = first;
  }
  const auto further = static_cast<double>(lines.size() - best_first - most);
  if (most < enough || further > beyond * static_cast<double>(most)) return;
  for (std::size_t i = best_first; i < best_first + most; ++i) lines[i].line->full = true;
}

// Lines `own` of one column.
void find_full(Lines& lines, const std::vector<std::size_t>& own) {
  std::vector<LongLine> long_lines;
  double widest = 0;
  for (const std::size_t i : own) {
    if (!is_long(lines[i])) continue;
    long_lines.push_back({&lines[i]});
    widest = std::max(widest, lines[i].right);
  }
  for (const LongLine& line : long_lines) line.line->widest = widest - line.line->right <= ragged * line.line->size;
  constexpr double few = 0.35;  // in one column the lines are wrapped where it ends
  find_full(std::move(long_lines), few);
}

// Columns are as wide as those beside them: what has too few long lines to tell its end ends like them.
void find_full(std::vector<Lines>& columns) {
  constexpr double any = 1e6;
  std::vector<LongLine> long_lines;
  double width = 0;
  for (Lines& column : columns) {
    if (column.empty()) continue;
    const double left = left_of(column);
    for (Line& line : column) {
      if (is_long(line)) long_lines.push_back({&line, left});
      if (line.full) width = std::max(width, line.right - left);
    }
  }
  if (width == 0) return find_full(std::move(long_lines), any);
  for (Lines& column : columns) {
    if (column.empty() || std::ranges::any_of(column, &Line::full)) continue;
    const double end = left_of(column) + width;
    for (Line& line : column) line.full = is_long(line) && std::abs(line.right - end) <= ragged * line.size;
  }
}

// The boxes of a band in its columns, from left to right.
void append_columns(Lines& lines, const std::vector<Row>& rows, const Band& band, int depth) {
  std::vector<std::vector<const Box*>> columns(band.gutters.size() + 1);
  for (std::size_t i = band.begin; i < band.end; ++i) {
    for (const Cell& cell : rows[i].cells) {
      const auto column = std::count_if(band.gutters.begin(), band.gutters.end(), [&](const Gutter& gutter) {
        return gutter.left + gutter.right < cell.left + cell.right;
      });
      auto& boxes = columns[static_cast<std::size_t>(column)];
      boxes.insert(boxes.end(), cell.boxes.begin(), cell.boxes.end());
    }
  }
  Start start = Start::block;
  std::vector<Lines> read;
  for (const auto& column : columns) {
    append_lines(read.emplace_back(), column, depth + 1);
    if (!read.back().empty()) read.back().front().start = std::exchange(start, Start::column);
  }
  find_full(read);
  for (Lines& column : read) std::ranges::move(column, std::back_inserter(lines));
}

void append_lines(Lines& lines, const std::vector<const Box*>& boxes, int depth) {
  const std::vector<Row> rows = rows_of(boxes);
  std::vector<std::size_t> own;  // lines that are not in columns
  Start start = Start::none;
  for (const Band& band : bands_of(rows)) {
    if (!band.gutters.empty() && depth < deepest) {
      append_columns(lines, rows, band, depth);
      start = Start::block;
      continue;
    }
    for (Line& line : lines_of_table(rows, band)) {
      own.push_back(lines.size());
      lines.push_back(std::move(line));
      lines.back().start = std::exchange(start, Start::none);
    }
  }
  find_full(lines, own);
}

double room_between(const Line& above, const Line& below) {
  return (below.top - above.bottom) / std::max(1.0, std::max(above.size, below.size));
}

bool same_style(const Line& a, const Line& b) {
  return std::abs(a.size - b.size) <= 0.12 * std::max(a.size, b.size) && a.font == b.font;
}

int blank_lines(const Line& above, const Line& below, double typical) {
  constexpr double more_than_typical = 0.4;
  constexpr double picture = 3;  // lines that would fit in
  if (below.start != Start::none) return 1;
  const double more = room_between(above, below) - typical;
  if (more >= picture * (1 + typical)) return 3;
  return more >= more_than_typical || !same_style(above, below) ? 1 : 0;
}

bool ends_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 9> ends{"。", "．", "！", "？", "!", "?", "」", "）", ")"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return line.ends_with(end); });
}

// The line below is the rest of an address.
bool goes_on_address(const Line& line, const Line& below) {
  const std::size_t address = line.text.rfind("://");
  return address != std::string::npos && line.text.find(' ', address) == std::string::npos &&
         kind_of(below.text) == Kind::words && std::ranges::all_of(below.text, [](char c) { return c > ' '; });
}

// The line below goes on where this one was wrapped, it may be in the next column.
bool goes_on(const Line& line, const Line& below, double typical) {
  const bool full = line.full || (line.widest && goes_on_address(line, below));
  if (!full || !same_style(line, below) || ends_sentence(line.text) || begins_item(below.text)) return false;
  return below.start == Start::column || blank_lines(line, below, typical) == 0;
}

}  // namespace

void fit_to_letters(Box& box, double font_size) {
  constexpr double most = 1.6;
  const double height = box.bottom - box.top;
  box.size = font_size > height / 3 && font_size < height * 3 ? font_size : height;
  if (const auto width = width_of_letters(box); width && *width > 0 && box.size > most * *width) box.size = *width;
  if (height <= most * box.size) return;
  const double middle = (box.top + box.bottom) / 2;
  box.top = middle - box.size / 2;
  box.bottom = middle + box.size / 2;
}

Lines lines_of(const std::vector<Box>& boxes) {
  std::vector<const Box*> all;
  all.reserve(boxes.size());
  for (const Box& box : boxes) all.push_back(&box);
  Lines lines;
  append_lines(lines, all, 0);
  return lines;
}

std::string text_of(const Lines& lines, double typical) {
  std::string text;
  std::size_t begin = 0;  // of the last line in the text
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.empty()) continue;
    if (i > 0 && !text.empty() && goes_on(lines[i - 1], lines[i], typical)) {
      append_wrapped(text, begin, lines[i].text);
      continue;
    }
    if (i > 0) text.append(1 + static_cast<std::size_t>(blank_lines(lines[i - 1], lines[i], typical)), '\n');
    begin = text.size();
    text += lines[i].text;
  }
  return text.empty() ? text : text + "\n";
}

// The most common room below long lines, which are the ones that a paragraph is wrapped from.
double typical_room(const std::vector<Lines>& pages) {
  constexpr std::size_t long_line = 12;  // letters
  constexpr double usual = 0.6;
  constexpr int enough = 3;
  std::array<int, 13> times{};  // of each tenth of a letter height
  for (const Lines& lines : pages) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const double room = room_between(lines[i - 1], lines[i]);
      const bool counts = lines[i].start == Start::none && room >= -0.3 && same_style(lines[i - 1], lines[i]) &&
                          letter_count(lines[i - 1].text) >= long_line;
      const auto tenth = static_cast<std::size_t>(std::max(0.0, std::round(std::min(room, 10.0) * 10)));
      if (counts && tenth < times.size()) ++times[tenth];
    }
  }
  const auto* most = std::max_element(times.begin(), times.end());
  return *most < enough ? usual : static_cast<double>(most - times.begin()) / 10;
}

}  // namespace chiho::pdf
