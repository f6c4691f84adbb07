#include "corpus/control_characters.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace chiho;
using namespace std::string_literals;

TEST_CASE("control characters are found where they stand") {
  CHECK(find_control_character("水道 café 〜 \u00A0\u2028", Lines::one) == std::string::npos);
  for (const auto& control : {"\0"s, "\x07"s, "\n"s, "\t"s, "\r"s, "\x1B"s, "\x7F"s, "\u0080"s, "\u009F"s}) {
    CAPTURE(control);
    CHECK(find_control_character("水" + control + "道", Lines::one) == 3);
  }
}

TEST_CASE("several lines end in line ends and may hold tabs, nothing else") {
  CHECK(find_control_character("一\n\t二\n", Lines::several) == std::string::npos);
  CHECK(find_control_character("一\r\n", Lines::several) == 3);
  CHECK(find_control_character("一\n\x1B", Lines::several) == 4);
}

TEST_CASE("control characters are left out") {
  CHECK(without_control_characters("水\0道\x1B[m\r\n\t港\u0085"s, Lines::several) == "水道[m\n\t港");
  CHECK(without_control_characters("水\t道\n", Lines::one) == "水 道");
  CHECK(without_control_characters("\u00A0é水", Lines::one) == "\u00A0é水");
  CHECK(without_control_characters("", Lines::one).empty());
}

TEST_CASE("a control character is named") {
  CHECK(control_character_fault("title", "a\x1B", 1).en == "title holds the control character U+001B");
  CHECK(control_character_fault("title", "\u009B", 0).ja == "title に制御文字 U+009B があります");
  CHECK(control_character_fault("title", "\n", 0).ja == "title に改行があります");
  CHECK(control_character_fault("title", "\t", 0).en == "title holds a tab");
}
