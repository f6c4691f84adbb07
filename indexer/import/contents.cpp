#include "import/contents.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "import/labels.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t farthest_row = 8;      // lines that may stand between two rows
constexpr std::size_t most_rows = 300;       // of any brochure
constexpr std::size_t longest_row = 600;     // bytes
constexpr std::size_t longest_heading = 60;  // letters

struct Row {
  std::string text;
  std::vector<int> pages;
};

bool is_leader(char32_t letter) {
  return std::u32string_view(U".…・･‥").find(letter) != std::u32string_view::npos;
}

// Text, then a tab, leader dots or a space, then page numbers.
std::optional<Row> row_of(const Line& line) {
  if (line.text.size() > longest_row || label_of(line.text)) return std::nullopt;
  const std::u32string text = letters_of(narrowed(line.text));
  std::size_t cut = text.size();
  while (cut > 0 && (std::u32string_view(U"0123456789,、-~～〜 ").find(text[cut - 1]) != std::u32string_view::npos))
    --cut;
  std::size_t end = cut;
  while (end > 0 && (is_space(text[end - 1]) || is_leader(text[end - 1]) || text[end - 1] == 'p')) --end;
  const bool separated = cut > end || (cut < text.size() && is_space(text[cut]));
  const auto pages = page_numbers(utf8_of(text.substr(cut)));
  if (end < 2 || !separated || pages.empty()) return std::nullopt;
  return Row{utf8_of(letters_of(line.text).substr(0, end)), pages};
}

// The first run of rows that lie close together: [first, last].
std::pair<std::size_t, std::size_t> find_rows(const Lines& lines, const std::vector<std::optional<Row>>& rows) {
  std::size_t count = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < lines.size() && count < most_rows; ++i) {
    if (!rows[i]) continue;
    if (count > 0 && i - last > farthest_row) {
      if (count >= fewest_rows) break;
      count = 0;
    }
    if (count++ == 0) first = i;
    last = i;
  }
  return count >= fewest_rows ? std::pair{first, last + 1} : std::pair{std::size_t{0}, std::size_t{0}};
}

// Two needs that a converter put on one row are cut behind the たい of the first.
std::vector<std::string> needs_of_row(std::string_view text) {
  std::vector<std::string> needs;
  std::string need;
  for (const std::string& word : split(text, U" \t　")) {
    need += need.empty() ? word : " " + word;
    if (!word.ends_with("たい")) continue;
    needs.push_back(closed_up(need));
    need.clear();
  }
  if (!need.empty()) needs.push_back(closed_up(need));
  return needs;
}

bool names_directory(std::string_view text) {
  return key(text).find(key("連絡先")) != std::string::npos;
}
bool heads_cases(std::string_view text) {
  return key(text).find(key("事業例")) != std::string::npos;
}

// False for a row of which nothing is known.
bool add_row(Contents& contents, const Row& row, const std::string& group, std::size_t line) {
  if (names_directory(row.text)) {
    contents.directory_page = row.pages.front();
    contents.used.push_back(line);
  } else if (heads_cases(group)) {
    contents.cases.push_back({closed_up(row.text), row.pages, line});
  } else if (!group.empty() || trimmed(row.text).ends_with("たい")) {
    for (const std::string& need : needs_of_row(row.text))
      contents.needs.push_back({need, group, row.pages, line, line});
    contents.used.push_back(line);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::vector<int> page_numbers(std::string_view text) {
  std::vector<int> pages;
  bool range = false;
  std::string digits;
  const std::string all = narrowed(text) + ",";
  for (const char32_t letter : letters_of(all)) {
    if (letter >= '0' && letter <= '9') {
      digits.push_back(static_cast<char>(letter));
      if (digits.size() > 3) return {};
      continue;
    }
    if (!digits.empty()) {
      const int page = std::stoi(digits);
      for (int next = pages.empty() ? page : pages.back() + 1; range && next < page; ++next) pages.push_back(next);
      if (page == 0 || (!pages.empty() && page <= pages.back())) return {};
      pages.push_back(page);
      digits.clear();
      range = false;
    }
    const bool to = std::u32string_view(U"-~～〜–").find(letter) != std::u32string_view::npos;
    if (to && pages.empty()) return {};
    range = range || to;
    if (!to && letter != ',' && letter != U'、' && letter != U'・' && letter != '.' && !is_space(letter)) return {};
  }
  return pages;
}

Contents read_contents(const Lines& lines) {
  std::vector<std::optional<Row>> rows;
  rows.reserve(lines.size());
  for (const Line& line : lines) rows.push_back(row_of(line));
  const auto [first, last] = find_rows(lines, rows);
  Contents contents;
  if (last == 0) return contents;

  contents.begin = first;
  while (contents.begin > 0 && first - contents.begin < farthest_row) --contents.begin;
  contents.end = last;
  std::string group;
  std::size_t group_line = 0;
  for (std::size_t i = contents.begin; i < last; ++i) {
    if (rows[i]) {
      if (add_row(contents, *rows[i], group, lines[i].number) && group_line != 0)
        contents.used.push_back(std::exchange(group_line, 0));
    } else {
      if (group_line != 0) contents.idle.push_back(group_line);
      group = closed_up(lines[i].text);
      group_line = letter_count(group) <= longest_heading ? lines[i].number : 0;
      contents.headings.push_back(group);
    }
  }
  return contents;
}

}  // namespace chiho::brochure
