#include "corpus/ids.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace chiho;
using namespace std::string_literals;

TEST_CASE("ids have no white space and no control characters") {
  for (const char* id : {"a", "2018-07/case/cambodia-water", "資料.pdf#3", "a..b"}) {
    CAPTURE(id);
    CHECK(fault_of_record_id(id).empty());
  }
  for (const auto& id : {""s, " "s, "a b"s, "a\tb"s, "a\n"s, "水　道"s, "a\u00A0b"s, "a\u2003b"s, "a\0b"s, "\x1B"s,
                         "a\x7F"s, "a\u009B"s}) {
    CAPTURE(id);
    CHECK_FALSE(fault_of_record_id(id).empty());
  }
}

TEST_CASE("a file's name becomes an id that may be one") {
  CHECK(id_of_name("資料/年次 報告　2018.txt") == "資料/年次_報告_2018.txt");
  CHECK(id_of_name("a\u00A0b.md") == "a_b.md");
}

TEST_CASE("an edition's id has no slash either, and is neither all nor a dot") {
  for (const char* id : {"2018-07", "平成30年版", "2018.07", "x"}) {
    CAPTURE(id);
    CHECK(fault_of_edition_id(id).empty());
  }
  for (const auto& id : {""s, "all"s, "a b/../c"s, "a/b"s, "/"s, "."s, ".."s, "水　道"s, "a\0"s, "a\x1B"s}) {
    CAPTURE(id);
    CHECK_FALSE(fault_of_edition_id(id).empty());
  }
}

TEST_CASE("a file or an office is named by a-z, 0-9 and -") {
  CHECK(is_plain_id("jet-programme2"));
  for (const char* name : {"", "Jet", "a b", "a_b", "制度", "../x"}) CHECK_FALSE(is_plain_id(name));
}
