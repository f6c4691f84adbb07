#include "indexer/diff/script.hpp"

#include <algorithm>

namespace chiho {

namespace {

// E. Myers, An O(ND) Difference Algorithm and Its Variations (1986). Diagonal k holds the places where x - y = k; after
// d changes the furthest x on each of -d, -d + 2 … d is known.
class Search {
 public:
  Search(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) : a_(a), b_(b) {}

  std::optional<std::vector<Step>> run(std::size_t most) {
    const auto limit = static_cast<std::ptrdiff_t>(std::min(most, a_.size() + b_.size()));
    for (std::ptrdiff_t d = 0; d <= limit; ++d) {
      rounds_.emplace_back();
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        const std::ptrdiff_t x = along_diagonal(start(d, k), k);
        rounds_.back().push_back(static_cast<std::uint32_t>(x));
        if (x == size(a_) && x - k == size(b_)) return walk_back(d, k);
      }
    }
    return std::nullopt;
  }

 private:
  static std::ptrdiff_t size(const std::vector<std::uint32_t>& sequence) { return std::ssize(sequence); }

  [[nodiscard]] std::ptrdiff_t furthest(std::ptrdiff_t d, std::ptrdiff_t k) const {
    return rounds_[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
  }

  // Was the d-th change on diagonal k something added?
  [[nodiscard]] bool came_by_adding(std::ptrdiff_t d, std::ptrdiff_t k) const {
    return k == -d || (k != d && furthest(d - 1, k - 1) < furthest(d - 1, k + 1));
  }
  [[nodiscard]] std::ptrdiff_t start(std::ptrdiff_t d, std::ptrdiff_t k) const {
    if (d == 0) return 0;
    return came_by_adding(d, k) ? furthest(d - 1, k + 1) : furthest(d - 1, k - 1) + 1;
  }
  // A step beyond either end leads nowhere and stays where it is.
  [[nodiscard]] std::ptrdiff_t along_diagonal(std::ptrdiff_t x, std::ptrdiff_t k) const {
    while (x < size(a_) && x - k < size(b_) && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
      ++x;
    return x;
  }

  [[nodiscard]] std::vector<Step> walk_back(std::ptrdiff_t d, std::ptrdiff_t k) const {
    std::vector<Step> steps;
    for (; d >= 0; --d) {
      const std::ptrdiff_t from = start(d, k);
      steps.insert(steps.end(), static_cast<std::size_t>(furthest(d, k) - from), Step::same);
      if (d == 0) break;
      const bool added = came_by_adding(d, k);
      steps.push_back(added ? Step::added : Step::removed);
      k += added ? 1 : -1;
    }
    std::ranges::reverse(steps);
    return steps;
  }

  const std::vector<std::uint32_t>& a_;
  const std::vector<std::uint32_t>& b_;
  std::vector<std::vector<std::uint32_t>> rounds_;  // by d; the furthest x of each diagonal
};

}  // namespace

std::optional<std::vector<Step>> shortest_script(const std::vector<std::uint32_t>& a,
                                                 const std::vector<std::uint32_t>& b, std::size_t most) {
  return Search(a, b).run(most);
}

}  // namespace chiho
