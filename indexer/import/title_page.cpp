#include "import/title_page.hpp"

#include <algorithm>
#include <optional>

#include "dict/dates.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_title = 60;  // letters

// "平成30年7月": 2018-07.
std::optional<std::string> month_in(std::string_view line) {
  const std::string text = narrowed(line);
  const std::size_t month = text.find("月");
  const std::size_t year = text.find("年");
  const std::optional<int> western = western_year(text.substr(0, year + std::string_view("年").size()));
  if (!western || month == std::string::npos || month <= year) return std::nullopt;
  std::string digits;
  for (std::size_t at = year; at < month; ++at)
    if (text[at] >= '0' && text[at] <= '9') digits += text[at];
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  return std::to_string(*western) + "-" + (digits.size() == 1 ? "0" : "") + digits;
}

}  // namespace

TitlePage read_title_page(const Lines& lines, std::size_t contents) {
  constexpr std::size_t farthest = 12;  // lines behind the beginning of the contents list
  TitlePage read;
  if (!lines.empty() && letter_count(lines.front().text) <= longest_title) {
    read.title = closed_up(lines.front().text);
    read.lines.push_back(lines.front().number);
  }
  for (std::size_t i = 0; i < std::min(lines.size(), contents + farthest); ++i) {
    if (lines[i].text.size() > longest_title * 3) continue;
    const auto month = month_in(lines[i].text);
    if (!month) continue;
    read.date = *month;
    read.lines.push_back(lines[i].number);
    break;
  }
  return read;
}

}  // namespace chiho::brochure
