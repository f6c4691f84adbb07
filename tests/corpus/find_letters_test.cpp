#include "bytes/find_letters.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <tuple>
#include <vector>

using namespace chiho;

TEST_CASE("letters are found where they stand first") {
  constexpr auto none = std::string_view::npos;
  const std::vector<std::tuple<std::string_view, std::string_view, std::size_t, std::size_t>> examples{
      {"無償資金協力", "資金", 0, 6},
      {"水と水道", "水道", 0, 6},
      {"水と水道", "水", 1, 6},
      {"水道", "道水", 0, none},
      {"ああああ", "ああ", 3, 3},
      {"abcabd", "abd", 0, 3},
      {"é水", "水", 0, 2},
      {"水", "水道", 0, none},
      {"水道", "", 0, none},
      {"", "水", 0, none},
      {"水道", "道", 6, none},
      {"水道", "道", 3, 3},
      {"a", "a", 0, 0},
  };
  for (const auto& example : examples) {
    CAPTURE(std::get<0>(example));
    CAPTURE(std::get<1>(example));
    CHECK(find_letters(std::get<0>(example), std::get<1>(example), std::get<2>(example)) == std::get<3>(example));
  }
}
