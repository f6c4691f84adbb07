#include "import/sections.hpp"

#include <algorithm>
#include <vector>

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

// For each place: how many of the flags stand before it.
std::vector<int> counts_before(const std::vector<bool>& flags) {
  std::vector<int> counts(flags.size() + 1, 0);
  for (std::size_t i = 0; i < flags.size(); ++i) counts[i + 1] = counts[i] + (flags[i] ? 1 : 0);
  return counts;
}

// Which lines have a label that only cards, or only cases, have.
struct Labels {
  std::vector<int> of_cards;  // before each line
  std::vector<int> of_cases;
};
Labels labels_of(const Lines& lines) {
  std::vector<bool> cards(lines.size(), false);
  std::vector<bool> cases(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto label = label_of(lines[i].text);
    if (!label) continue;
    cards[i] = label->label == Label::procedure || label->label == Label::audience;
    cases[i] = label->label == Label::scheme || label->label == Label::results;
  }
  return {counts_before(cards), counts_before(cases)};
}

// Where most rows stand behind, and fewest labels of cards and cases: one stray row among those is no directory.
std::size_t find_directory(const Lines& lines, std::size_t begin, const Labels& labels) {
  constexpr std::size_t near = 6;  // lines in which the first entry stands
  std::vector<std::size_t> places;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    bool row = is_directory_row(lines[i]);
    for (std::size_t k = i + 1; !row && k < std::min(lines.size(), i + 1 + near) && heads_directory(lines[i]); ++k)
      row = !contact_data(lines[k].text).empty();
    if (row) places.push_back(i);
  }
  std::size_t best = lines.size();
  int most = 0;
  for (std::size_t n = 0; n < places.size(); ++n) {
    const std::size_t i = places[n];
    const int strays = labels.of_cards.back() - labels.of_cards[i] + labels.of_cases.back() - labels.of_cases[i];
    const int rows = static_cast<int>(places.size() - n) - strays;
    if (rows <= most) continue;
    most = rows;
    best = i;
  }
  return best;
}

bool heads_cases(const Lines& lines, std::size_t i, std::size_t end) {
  const auto label = label_of(lines[i].text);
  const bool page_below = i + 1 < end && narrowed(lines[i + 1].text).starts_with("p");
  return label && label->label == Label::examples && label->value.empty() && !page_below;
}

// 事業例 alone; lacking it, the heading before the first スキーム. Of several, that which parts the labels of cards
// from those of cases best.
std::size_t find_cases(const Lines& lines, std::size_t begin, std::size_t end, const Labels& labels) {
  const auto strays = [&](std::size_t i) {
    return labels.of_cases[i] - labels.of_cases[begin] + labels.of_cards[end] - labels.of_cards[i];
  };
  std::size_t best = end;
  int fewest = strays(end);
  bool headed = false;
  for (std::size_t i = begin; i < end; ++i) {
    const bool heading = heads_cases(lines, i, end);
    const bool scheme = labels.of_cases[i + 1] > labels.of_cases[i];
    if ((!heading && !scheme) || strays(i) > fewest || (strays(i) == fewest && (headed || !heading))) continue;
    best = i;
    fewest = strays(i);
    headed = heading;
  }
  if (headed || best == end || best == begin) return best;
  std::size_t heading = best - 1;
  while (heading > begin && lines[heading].gap == 0) --heading;
  return heading;
}

}  // namespace

Sections find_sections(const Lines& lines, const Contents& contents) {
  Sections sections;
  sections.cards = contents.end;
  sections.end = lines.size();
  const Labels labels = labels_of(lines);
  sections.directory = find_directory(lines, contents.end, labels);
  sections.cases = find_cases(lines, contents.end, sections.directory, labels);
  return sections;
}

}  // namespace chiho::brochure
