#include "import/sections.hpp"

#include <algorithm>

#include "import/contact_data.hpp"
#include "import/directory.hpp"
#include "import/labels.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

// 【連絡先】 or 連絡先一覧, standing alone. A card's 連絡先 has no brackets.
bool heads_directory(const Line& line) {
  constexpr std::size_t longest = 60;  // bytes
  if (line.text.size() > longest) return false;
  const auto label = label_of(line.text);
  const bool bracketed = starts_with_any(line.text, {"【", "〔", "[", "＜", "<"});
  if (label && label->label == Label::office && label->value.empty() && bracketed) return true;
  return key(line.text).find("連絡先一覧") != std::string::npos;
}

std::size_t find_directory(const Lines& lines, std::size_t begin) {
  constexpr std::size_t near = 6;  // lines in which the first entry stands
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (is_directory_row(lines[i])) return i;
    if (!heads_directory(lines[i])) continue;
    for (std::size_t k = i + 1; k < std::min(lines.size(), i + 1 + near); ++k)
      if (!contact_data(lines[k].text).empty()) return i;
  }
  return lines.size();
}

// 事業例 alone; lacking it, the heading before the first スキーム.
std::size_t find_cases(const Lines& lines, std::size_t begin, std::size_t end) {
  std::size_t first_scheme = end;
  for (std::size_t i = begin; i < end; ++i) {
    const auto label = label_of(lines[i].text);
    if (!label) continue;
    const bool page_below = i + 1 < end && narrowed(lines[i + 1].text).starts_with("p");
    if (label->label == Label::examples && label->value.empty() && !page_below) return i;
    if (label->label == Label::scheme || label->label == Label::results) first_scheme = std::min(first_scheme, i);
  }
  if (first_scheme == end || first_scheme == begin) return first_scheme;
  std::size_t heading = first_scheme - 1;
  while (heading > begin && lines[heading].gap == 0) --heading;
  return heading;
}

}  // namespace

Sections find_sections(const Lines& lines, const Contents& contents) {
  Sections sections;
  sections.cards = contents.end;
  sections.end = lines.size();
  sections.directory = find_directory(lines, contents.end);
  sections.cases = find_cases(lines, contents.end, sections.directory);
  return sections;
}

}  // namespace chiho::brochure
