#include "query/search/rerank.hpp"

#include <doctest/doctest.h>

#include "small_index.hpp"

namespace chiho::test {
namespace {

struct Example {
  const char* what;
  std::string query;
  std::string better;
  std::string worse;
};

// Both texts hold the same words, as often, and are as long: only how the words stand tells them apart.
const std::vector<Example> examples{
    {"near each other", "酒造 展示", "東京で酒造の展示を見た。港の市場で料理を食べた。",
     "東京で酒造の料理を見た。港の市場で展示を食べた。"},
    {"in one sentence", "酒造 展示", "港で酒造と料理と市場と展示を見た。東京で食べた。",
     "港で酒造と料理と市場。展示と東京を見た。食べた。"},
    {"early", "酒造", "酒造の話である。東京の港の市場で料理を食べ、駅の本屋で雑誌を買い、公園の池で鳥を見た。",
     "東京の港の市場で料理を食べ、駅の本屋で雑誌を買い、公園の池で鳥を見た。酒造の話である。"},
    {"as it was typed", "酒造の展示", "港で酒造の展示を見た。", "港で展示の酒造を見た。"},
};

TEST_CASE("of two records with the same words, first the one in which they stand better") {
  for (const Example& example : examples) {
    CAPTURE(example.what);
    // In both orders, since equals stay as they were added.
    for (const bool swapped : {false, true}) {
      std::vector<Record> records{page("better", example.better), page("worse", example.worse)};
      if (swapped) std::swap(records[0], records[1]);
      const SmallIndex index(records);
      CHECK(index.ids(example.query) == std::vector<std::string>{"better", "worse"});
    }
  }
}

TEST_CASE("a word of the title counts more than one of the text") {
  Record titled = page("titled", "港の市場の話。");
  titled.title = "酒造";
  Record other = page("other", "酒造の市場の話。");
  other.title = "港";
  CHECK(SmallIndex({other, titled}).ids("酒造") == std::vector<std::string>{"titled", "other"});
}

}  // namespace
}  // namespace chiho::test
