#include "pdf/page_numbers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"
#include "pdf/columns.hpp"

namespace chiho::pdf {
namespace {

constexpr double margin = 0.15;  // of the page's height, above and below

// What stands at the edge of a page, apart from the rest.
using EdgeBoxes = std::vector<const Box*>;

// A number at the edge of a page.
struct Candidate {
  int number = 0;
  EdgeBoxes boxes;
  bool counts_file = false;  // "3/9" on the third of nine pages: whoever printed the file put it there
};

bool is_at_edge(const Box& box, double height) {
  const double middle = (box.top + box.bottom) / 2;
  return middle < height * margin || middle > height * (1 - margin);
}

// And the last row wherever it stands: the margins of slides are wide.
std::vector<Row> rows_at_edge(const PageBoxes& page) {
  double last_row = 0;  // its top
  double bottom = 0;
  for (const Box& box : page.boxes)
    if (box.bottom > bottom) bottom = box.bottom, last_row = box.top;
  EdgeBoxes boxes;
  for (const Box& box : page.boxes)
    if (is_at_edge(box, page.height) || (box.top + box.bottom) / 2 > last_row) boxes.push_back(&box);
  return rows_of(boxes);
}

std::string text_of(const Cell& cell) {
  std::string text;
  for (const Box* box : cell.boxes) text += box->text + " ";
  return text;
}

// The numbers of "3 / 9"; none of anything that has no slash.
std::vector<std::string> halves_of(std::string_view text) {
  std::vector<std::string> halves(1);
  for (const char c : folded(text)) {
    if (c >= '0' && c <= '9') halves.back() += c;
    if (c == '/') halves.emplace_back();
  }
  return halves;
}

std::vector<Candidate> candidates_of(const PageBoxes& page, std::size_t number, std::size_t pages) {
  const std::vector<std::string> counter{std::to_string(number), std::to_string(pages)};
  std::vector<Candidate> found;
  for (const Row& row : rows_at_edge(page)) {
    for (const Cell& cell : row.cells) {
      const std::string text = text_of(cell);
      if (const auto printed = page_number(text)) found.push_back({*printed, cell.boxes, halves_of(text) == counter});
    }
  }
  return found;
}

void take(PageBoxes& page, const EdgeBoxes& boxes) {
  std::set<std::size_t> taken;
  for (const Box* box : boxes) taken.insert(static_cast<std::size_t>(box - page.boxes.data()));
  std::vector<Box> left;
  for (std::size_t i = 0; i < page.boxes.size(); ++i)
    if (!taken.contains(i)) left.push_back(std::move(page.boxes[i]));
  page.boxes = std::move(left);
}

using Candidates = std::vector<std::vector<Candidate>>;  // of each page

// What most of the pages that have a number at all add to it, two at least.
std::optional<int> common_distance(const Candidates& pages, bool counters) {
  std::map<int, int> times;
  int numbered = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::set<int> here;
    for (const Candidate& candidate : pages[i])
      if (counters || !candidate.counts_file) here.insert(static_cast<int>(i) - candidate.number);
    for (const int distance : here) ++times[distance];
    numbered += here.empty() ? 0 : 1;
  }
  const auto most =
      std::max_element(times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == times.end() || most->second < 2 || most->second * 2 <= numbered) return std::nullopt;
  return most->first;
}

// What counts the file is a page's number only where nothing else is.
void take_numbers(std::vector<PageBoxes>& pages) {
  Candidates candidates;
  candidates.reserve(pages.size());
  for (const PageBoxes& page : pages) candidates.push_back(candidates_of(page, candidates.size() + 1, pages.size()));
  auto distance = common_distance(candidates, false);
  const bool counters = !distance;
  if (counters) distance = common_distance(candidates, true);
  if (!distance) return;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto own = std::find_if(candidates[i].rbegin(), candidates[i].rend(), [&](const Candidate& candidate) {
      return (counters || !candidate.counts_file) && static_cast<int>(i) - candidate.number == *distance;
    });
    EdgeBoxes boxes;
    if (own != candidates[i].rend()) {
      pages[i].printed = own->number;
      boxes = own->boxes;
    }
    for (const Candidate& candidate : candidates[i])
      if (candidate.counts_file) boxes.insert(boxes.end(), candidate.boxes.begin(), candidate.boxes.end());
    take(pages[i], boxes);
  }
}

// The outermost row of a page, and its text as it is compared from page to page: what counts along is no difference.
struct EdgeRow {
  EdgeBoxes boxes;
  std::string text;
};
EdgeRow outermost(const PageBoxes& page, bool foot) {
  const std::vector<Row> rows = rows_at_edge(page);
  EdgeRow found;
  if (rows.empty()) return found;
  const Row& row = foot ? rows.back() : rows.front();
  if ((row.top + row.bottom > page.height) != foot) return found;
  for (const Cell& cell : row.cells) {
    found.boxes.insert(found.boxes.end(), cell.boxes.begin(), cell.boxes.end());
    for (const char c : text_of(cell))
      if (c < '0' || c > '9') found.text += c;
  }
  return found;
}

// "ii", "- iv -": how the pages before the first are counted.
bool is_roman_number(std::string_view text) {
  constexpr std::size_t longest = 8;
  const auto is_around = [](char c) { return c == ' ' || c == '-' || c == '.'; };
  std::string letters;
  for (const char c : text)
    if (!is_around(c)) letters += c;
  return !letters.empty() && letters.size() <= longest &&
         (letters.find_first_not_of("ivxl") == std::string::npos ||
          letters.find_first_not_of("IVXL") == std::string::npos);
}

void take_roman_numbers(std::vector<PageBoxes>& pages) {
  for (PageBoxes& page : pages) {
    if (page.printed) continue;
    for (const bool foot : {true, false}) {
      const EdgeRow row = outermost(page, foot);
      if (is_roman_number(row.text)) take(page, row.boxes);
    }
  }
}

void take_running_lines(std::vector<PageBoxes>& pages, bool foot) {
  constexpr std::size_t fewest = 4;  // headings too are printed again, on fewer pages
  std::map<std::string, std::size_t> times;
  std::vector<EdgeRow> rows;
  rows.reserve(pages.size());
  for (const PageBoxes& page : pages) {
    rows.push_back(outermost(page, foot));
    ++times[rows.back().text];
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::size_t here = times[rows[i].text];
    if (here >= fewest && here * 5 >= pages.size() * 3) take(pages[i], rows[i].boxes);
  }
}

bool is_around_number(char32_t letter) {
  return std::u32string_view(U" 　\t-‐‑‒–—―−－─ー~～〜・.[]()（）［］〔〕【】<>＜＞|｜").find(letter) !=
         std::u32string_view::npos;
}

}  // namespace

std::optional<int> page_number(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes
  if (text.size() > longest) return std::nullopt;
  std::u32string letters;
  for (const char32_t letter : letters_of(text)) {
    if (letter >= 0xFF01 && letter <= 0xFF5E) {
      letters.push_back(letter - 0xFEE0);
    } else {
      letters.push_back(letter);
    }
  }
  const auto trim = [&] {
    while (!letters.empty() && is_around_number(letters.front())) letters.erase(letters.begin());
    while (!letters.empty() && is_around_number(letters.back())) letters.pop_back();
  };
  trim();
  for (const std::u32string_view word : {U"page", U"Page", U"PAGE", U"p", U"P"})
    if (letters.starts_with(word)) letters.erase(0, word.size());
  for (const std::u32string_view word : {U"ページ", U"頁"})
    if (letters.ends_with(word)) letters.erase(letters.size() - word.size());
  trim();
  const auto is_digit = [](char32_t letter) { return letter >= '0' && letter <= '9'; };
  const auto end = std::find_if_not(letters.begin(), letters.end(), is_digit);
  const auto digits = end - letters.begin();
  if (digits < 1 || digits > 4) return std::nullopt;
  const bool of_all = end != letters.end() &&
                      *std::find_if(end, letters.end() - 1, [](char32_t c) { return c != ' '; }) == '/' &&
                      is_digit(letters.back());
  if (end != letters.end() && !of_all) return std::nullopt;
  int number = 0;
  for (auto digit = letters.begin(); digit != end; ++digit) number = number * 10 + static_cast<int>(*digit - '0');
  return number > 0 ? std::optional(number) : std::nullopt;
}

void take_page_numbers(std::vector<PageBoxes>& pages) {
  take_numbers(pages);
  take_roman_numbers(pages);
  take_running_lines(pages, false);
  take_running_lines(pages, true);
}

}  // namespace chiho::pdf
