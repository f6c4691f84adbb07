#include "query/search/kana_words.hpp"

#include <doctest/doctest.h>

#include <set>

namespace chiho::test {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("kana is cut into the fewest words that are known, and the particles between them") {
  const std::set<std::string> readings{"ちいき", "みりょく", "はっしん", "ちいきの", "せみなー", "みり", "の"};
  const std::vector<std::pair<std::string, Words>> examples{
      {"ちいきのみりょく", {"ちいきの", "みりょく"}},  // two pieces are fewer than three
      {"みりょくのちいき", {"みりょく", "ちいき"}},
      {"みりょくはっしんせみなー", {"みりょく", "はっしん", "せみなー"}},
      {"ちいき", {}},              // one word is not to be cut
      {"みりょくの", {}},          // a particle joins two
      {"のみりょくちいき", {}},    // and does not begin
      {"みりょくののちいき", {}},  // nor stand twice
      {"みりょくはいしん", {}},    // いしん is not known
      {"", {}},
  };
  for (const auto& [kana, words] : examples)
    CHECK(kana_words(kana, [&](const std::string& word) { return readings.contains(word); }).value_or(Words{}) ==
          words);
}

}  // namespace
}  // namespace chiho::test
