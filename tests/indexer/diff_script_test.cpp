// What makes one sequence the other, in the fewest steps.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "indexer/diff/script.hpp"

namespace chiho::test {
namespace {

using Sequence = std::vector<std::uint32_t>;

// By the table that everybody knows.
std::size_t fewest_changes(const Sequence& a, const Sequence& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      common[i + 1][j + 1] = a[i] == b[j] ? common[i][j] + 1 : std::max(common[i][j + 1], common[i + 1][j]);
  return a.size() + b.size() - 2 * common[a.size()][b.size()];
}

// What following the steps makes of `a`; `b` gives what is added.
Sequence followed(const std::vector<Step>& steps, const Sequence& a, const Sequence& b) {
  Sequence out;
  std::size_t i = 0;
  for (const Step step : steps) {
    if (step == Step::same) out.push_back(a.at(i));
    if (step == Step::added) out.push_back(b.at(out.size()));
    if (step != Step::added) ++i;
  }
  CHECK(i == a.size());
  return out;
}

TEST_CASE("the script leads from the one to the other, and none is shorter") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const auto sequence = [&] {
      Sequence all(random() % 12);
      for (auto& one : all) one = random() % 4;
      return all;
    };
    const Sequence a = sequence();
    const Sequence b = sequence();
    const auto steps = shortest_script(a, b, 100);
    REQUIRE(steps);
    CHECK(followed(*steps, a, b) == b);
    const auto changes = std::count_if(steps->begin(), steps->end(), [](Step step) { return step != Step::same; });
    CHECK(static_cast<std::size_t>(changes) == fewest_changes(a, b));
  }
}

TEST_CASE("what takes more changes than allowed has no script") {
  CHECK(shortest_script({1, 2, 3}, {1, 4, 3}, 2));
  CHECK_FALSE(shortest_script({1, 2, 3}, {1, 4, 3}, 1));
  CHECK(shortest_script({1, 2, 3}, {1, 2, 3}, 0));
  CHECK(shortest_script({}, {}, 0));
}

}  // namespace
}  // namespace chiho::test
