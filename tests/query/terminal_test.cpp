#include "query/program/terminal.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace chiho {
namespace {

TEST_CASE("nothing that could steer a terminal gets to it") {
  const std::vector<std::pair<std::string, std::string>> examples{
      {"水道\n電力", "水道\n電力"},
      {"\x1b[31m水道\x1b[0m", "[31m水道[0m"},
      {"a\tb\rc\x07\x7f"
       "d",
       "abcd"},
      {std::string("a\0b", 3), "ab"},
      {"\u009b31m水", "31m水"},  // the one-letter form of ESC [
      {"é ü 水", "é ü 水"},
      {"a\xFFz\xE6\xB0", "a\uFFFDz\uFFFD"},  // no UTF-8
  };
  for (const auto& [text, safe] : examples) CHECK(for_terminal(text) == safe);
}

}  // namespace
}  // namespace chiho
