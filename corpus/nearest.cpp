#include "corpus/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

// Letters as they are compared: ＪＥＴ, JET and jet are one.
std::u32string comparable(std::string_view text) {
  std::u32string letters = letters_of(text);
  for (char32_t& letter : letters) {
    if (letter >= 0xFF01 && letter <= 0xFF5E) letter -= 0xFEE0;
    if (letter >= U'A' && letter <= U'Z') letter += U'a' - U'A';
  }
  return letters;
}

bool is_subsequence(const std::u32string& part, const std::u32string& whole) {
  std::size_t found = 0;
  for (const char32_t letter : whole) {
    if (found < part.size() && part[found] == letter) ++found;
  }
  return found == part.size();
}

// Insertions, deletions, replacements and swaps of neighbours that make one text the other.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

// 0 for the same name, towards 1 for less and less alike; none for names that are not alike.
std::optional<double> unlikeness(const std::u32string& a, const std::u32string& b) {
  const std::u32string& shorter = a.size() < b.size() ? a : b;
  const std::u32string& longer = a.size() < b.size() ? b : a;
  if (shorter.empty()) return std::nullopt;
  const auto ratio = [&](std::size_t distance) {
    return static_cast<double>(distance) / static_cast<double>(longer.size());
  };
  const std::size_t missing = longer.size() - shorter.size();
  const bool part = shorter.size() >= 2 && longer.find(shorter) != std::u32string::npos;
  if (part) return ratio(missing);
  const bool thinned = shorter.size() >= 3 && shorter.size() >= missing && is_subsequence(shorter, longer);
  if (thinned) return ratio(missing);
  const std::size_t allowed = std::max<std::size_t>(1, longer.size() / 3);
  if (missing > allowed) return std::nullopt;  // also keeps hostile lengths from the square work below
  const std::size_t distance = edit_distance(a, b);
  if (distance > allowed || distance >= longer.size()) return std::nullopt;
  return ratio(distance);
}

}  // namespace

std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& known, std::size_t most) {
  const std::u32string wanted = comparable(name);
  std::vector<std::pair<double, std::string>> alike;
  for (const std::string& candidate : known) {
    const std::optional<double> score = unlikeness(wanted, comparable(candidate));
    const auto same = [&](const auto& found) { return found.second == candidate; };
    if (score && std::none_of(alike.begin(), alike.end(), same)) alike.emplace_back(*score, candidate);
  }
  std::stable_sort(alike.begin(), alike.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (alike.size() > most) alike.resize(most);
  std::vector<std::string> names;
  for (auto& found : alike) names.push_back(std::move(found.second));
  return names;
}

}  // namespace chiho
