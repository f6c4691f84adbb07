#include "corpus/nearest.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using Names = std::vector<std::string>;

TEST_CASE("nearest names what was probably meant") {
  const Names offices{"開発協力総括課", "国別開発協力第三課", "経済連携課",
                      "人事課",         "在外公館課",         "文化交流・海外広報課"};
  const Names keys{"title", "aliases", "page", "pdf_page", "office", "procedure"};
  struct Example {
    std::string name;
    const Names& known;
    Names expected;
  };
  const Example examples[] = {
      {"開発協力課", offices, {"開発協力総括課", "国別開発協力第三課"}},  // letters left out, in both
      {"協力総括", offices, {"開発協力総括課"}},                          // part of it
      {"外務省人事課", offices, {"人事課"}},                              // it is part
      {"文化広報課", offices, {"文化交流・海外広報課"}},                  // letters left out
      {"経済連係課", offices, {"経済連携課"}},                            // one letter
      {"観光庁", offices, {}},
      {"", offices, {}},
      {"tilte", keys, {"title"}},       // two letters swapped
      {"Title", keys, {"title"}},       // case
      {"ｔｉｔｌｅ", keys, {"title"}},  // width
      {"offices", keys, {"office"}},
      {"colour", keys, {}},
  };
  for (const Example& example : examples) {
    CAPTURE(example.name);
    CHECK(nearest(example.name, example.known) == example.expected);
  }
}

TEST_CASE("nearest gives the best first, each once, and no more than asked for") {
  const Names known{"水道課長", "水道課", "水道部", "水道課", "上水道課"};
  CHECK(nearest("水道課", known, 2) == Names{"水道課", "水道課長"});
  CHECK(nearest("水道課", known, 0).empty());
}

TEST_CASE("nearest is quick with a hostile name") {
  const Names known(100, "開発協力総括課");
  CHECK(nearest(std::string(1 << 20, 'a'), known).empty());
}
