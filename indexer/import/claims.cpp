#include "import/claims.hpp"

#include <algorithm>
#include <utility>

#include "import/letters.hpp"

namespace chiho {

Claims::Claims(std::string_view text) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = brochure::trimmed(text.substr(0, end));
    if (!line.empty()) lines_.push_back({number, std::move(line), LineUse::unclaimed, {}, {}});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

SourceLine* Claims::find(std::size_t number) {
  const auto line = std::ranges::lower_bound(lines_, number, {}, &SourceLine::number);
  return line == lines_.end() || line->number != number ? nullptr : &*line;
}

void Claims::claim(const LineNumbers& numbers, LineUse use, const std::string& by) {
  for (const std::size_t number : numbers) {
    SourceLine* line = find(number);
    if (line == nullptr || line->use != LineUse::unclaimed) continue;
    line->use = use;
    line->by = by;
  }
}

void Claims::ignore(const LineNumbers& numbers, const Text& reason) {
  for (const std::size_t number : numbers) {
    SourceLine* line = find(number);
    if (line == nullptr || line->use != LineUse::unclaimed) continue;
    line->use = LineUse::ignored;
    line->reason = reason;
  }
}

void Claims::release(std::size_t number) {
  if (SourceLine* line = find(number); line != nullptr) *line = {number, line->text, LineUse::unclaimed, {}, {}};
}

LineNumbers Claims::of(LineUse use) const {
  LineNumbers numbers;
  for (const SourceLine& line : lines_)
    if (line.use == use) numbers.push_back(line.number);
  return numbers;
}

std::vector<std::pair<std::size_t, std::size_t>> runs_of(const LineNumbers& numbers, const Claims& claims) {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  auto line = claims.lines().begin();
  for (const std::size_t number : numbers) {
    // The line of the source before this one.
    while (line != claims.lines().end() && line->number < number) ++line;
    const bool first = line == claims.lines().begin();
    if (!runs.empty() && !first && std::prev(line)->number == runs.back().second) {
      runs.back().second = number;
    } else {
      runs.emplace_back(number, number);
    }
  }
  return runs;
}

}  // namespace chiho
