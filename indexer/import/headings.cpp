#include "import/headings.hpp"

#include <algorithm>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_heading = 60;  // letters
constexpr double alike = 0.7;
constexpr std::size_t most_needs = 300;  // a body that seems to have more has something else

bool may_be_heading(const Item& block) {
  if (block.label || block.lines.size() > 6) return false;
  std::size_t count = 0;
  for (const Line& line : block.lines) count += line.text.size();
  return count <= longest_heading * 3 && !block.lines.back().text.ends_with("。");
}

}  // namespace

Headings::Headings(const Contents& contents) {
  for (const ContentsNeed& need : contents.needs) {
    const auto [known, is_new] = need_of_.emplace(key(need.name), needs_.size());
    if (is_new) {
      needs_.push_back(need);
    } else {
      std::vector<int>& pages = needs_[known->second].pages;
      pages.insert(pages.end(), need.pages.begin(), need.pages.end());
      std::sort(pages.begin(), pages.end());
      pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    }
  }
  wordings_.resize(needs_.size());
  for (const std::string& heading : contents.headings) group_of_.emplace(key(heading), heading);
}

std::optional<std::size_t> Headings::likeliest_need(const std::string& wording) const {
  std::optional<std::size_t> best;
  double best_likeness = alike;
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    const double here = likeness(wording, needs_[i].name);
    if (here < best_likeness || (best && here == best_likeness)) continue;
    best = i;
    best_likeness = here;
  }
  return best;
}

std::optional<std::size_t> Headings::need_of(const std::string& wording, std::size_t line) {
  const std::string folded_wording = key(wording);
  if (const auto exact = need_of_.find(folded_wording); exact != need_of_.end()) return exact->second;
  std::optional<std::size_t> need = likeliest_need(wording);
  if (!need && wording.ends_with("たい") && needs_.size() < most_needs) {
    need = needs_.size();
    needs_.push_back({wording, group_, {}, line, line});
    wordings_.emplace_back();
  }
  if (need) need_of_.emplace(folded_wording, *need);
  return need;
}

bool Headings::is_listed(const std::string& wording) const {
  const std::string name = key(wording);
  return group_of_.contains(name) || need_of_.contains(name);
}

std::vector<Heading> Headings::find(const Item& block) {
  if (!may_be_heading(block)) return {};
  const bool whole = is_listed(closed_up(joined(block.lines)));
  for (std::size_t i = 1; i < block.lines.size() && !whole; ++i) {
    Item above = block;
    Item below = block;
    above.lines.resize(i);
    below.lines.erase(below.lines.begin(), below.lines.begin() + static_cast<std::ptrdiff_t>(i));
    below.number = below.lines.front().number;
    if (!group_of_.contains(key(closed_up(joined(above.lines))))) continue;
    if (!is_listed(closed_up(joined(below.lines)))) continue;
    return {*find_one(above), *find_one(below)};
  }
  const std::optional<Heading> one = find_one(block);
  return one ? std::vector{*one} : std::vector<Heading>{};
}

std::optional<Heading> Headings::find_one(const Item& block) {
  const std::string wording = closed_up(joined(block.lines));
  if (const auto group = group_of_.find(key(wording)); group != group_of_.end()) {
    group->second = wording;
    group_ = wording;
    keep_lines(block, group->first);
    return Heading{std::nullopt, wording, block.number};
  }
  const std::optional<std::size_t> need = need_of(wording, block.number);
  if (!need) return std::nullopt;
  wordings_[*need].push_back(wording);
  keep_lines(block, key(needs_[*need].name));
  return Heading{need, wording, block.number};
}

void Headings::keep_lines(const Item& block, const std::string& name) {
  append_numbers(printed_.insert(name).second ? lines_ : repeats_, block);
}

// A wording that lost its last letters is none.
std::string Headings::name_of(std::size_t need) const {
  const std::string& listed = needs_[need].name;
  const std::vector<std::string>& printed = wordings_[need];
  if (std::find(printed.begin(), printed.end(), listed) != printed.end()) return listed;
  const auto whole = std::find_if(printed.begin(), printed.end(), [&](const std::string& wording) {
    return !listed.starts_with(wording) && wording.ends_with("たい") == listed.ends_with("たい");
  });
  return whole == printed.end() ? listed : *whole;
}

std::vector<Need> Headings::controlled() const {
  std::vector<Need> needs;
  std::set<std::string> used;
  for (std::size_t i = 0; i < needs_.size(); ++i) used.insert(name_of(i));
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    Need need{name_of(i), {}, needs_[i].group, needs_[i].pages};
    std::vector<std::string> others = wordings_[i];
    others.push_back(needs_[i].name);
    for (const std::string& other : others)
      if (!needs_[i].name.starts_with(other) || other == needs_[i].name)
        if (used.insert(other).second) need.aliases.push_back(other);
    if (const auto group = group_of_.find(key(need.group)); group != group_of_.end()) need.group = group->second;
    needs.push_back(std::move(need));
  }
  return needs;
}

}  // namespace chiho::brochure
