#include "corpus/fault.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using namespace std::string_literals;

TEST_CASE("a fault is shown with its place, in either language") {
  const Fault fault{"corpus/x/edition.toml", 3, 14, {"誤りです", "this is wrong"}};
  CHECK(fault.str(Lang::ja) == "corpus/x/edition.toml:3:14: 誤りです");
  CHECK(fault.str(Lang::en) == "corpus/x/edition.toml:3:14: this is wrong");
}

TEST_CASE("a fault of a whole file has a place too, for scripts") {
  CHECK(Fault{"a.toml", 0, 0, {"空です", "empty"}}.str(Lang::en) == "a.toml:1:1: empty");
}

TEST_CASE("text from outside is shown on one line, harmless and short") {
  struct Example {
    std::string text;
    std::string expected;
  };
  const Example examples[] = {
      {"水道 ab", "水道 ab"},     {"a\nb", "a\\u000Ab"},     {"\x1B[31m", "\\u001B[31m"},     {"a\0b"s, "a\\u0000b"},
      {"\xFFz", "\xEF\xBF\xBDz"}, {"x\u202Ey", "x\\u202Ey"}, {"一二三四五六", "一二三四五…"},
  };
  for (const Example& example : examples) CHECK(shown(example.text, 5) == example.expected);
  CHECK(shown(std::string(1000, 'a')).size() == 60 + std::string("…").size());
}

TEST_CASE("a question lists the names that may have been meant") {
  CHECK(did_you_mean({}).ja.empty());
  CHECK(did_you_mean({}).en.empty());
  CHECK(did_you_mean({"甲"}).ja == "（「甲」のことでしょうか）");
  CHECK(did_you_mean({"甲"}).en == " (did you mean \"甲\"?)");
  CHECK(did_you_mean({"a", "b", "c"}).en == " (did you mean \"a\", \"b\" or \"c\"?)");
}
