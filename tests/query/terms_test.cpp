#include "query/index/terms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace chiho {
namespace {

TEST_CASE("a contact is known by its name without spaces, or by the digits of its number") {
  const std::vector<std::pair<std::string, std::string>> examples{
      {"開発協力総括課", "開発協力総括課"},
      {"国際交流基金 映像事業部", "国際交流基金映像事業部"},
      {"03-5501-8373", "0355018373"},
      {"03(5501)8373", "0355018373"},
      {"0355018373", "0355018373"},
      {"2018", "2018"},
      {"business-support@mofa.go.jp", "business-support@mofa.go.jp"},
  };
  for (const auto& [folded, key] : examples) CHECK(contact_key(folded) == key);
}

TEST_CASE("no value makes a term longer than Xapian takes, and long ones stay apart") {
  const std::string long_name(300, 'a');
  const std::string nuls(240, '\0');
  for (const auto& value : {long_name, nuls, std::string(245, 'x')}) {
    const std::string term = filter_term(Field::office, value);
    const auto size = term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    CHECK(size <= 245);
  }
  CHECK(filter_term(Field::office, long_name) != filter_term(Field::office, long_name + "b"));
}

TEST_CASE("terms of different kinds never meet") {
  CHECK(word_term("水道") != compound_term("水道"));
  CHECK(filter_term(Field::office, "水道") != filter_term(Field::scheme, "水道"));
}

}  // namespace
}  // namespace chiho
