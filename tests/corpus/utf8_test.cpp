#include "bytes/utf8.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using namespace std::string_literals;

TEST_CASE("UTF-8: the first byte that is none") {
  struct Example {
    std::string text;
    std::size_t invalid;
  };
  const std::size_t none = std::string_view::npos;
  const Example examples[] = {
      {"", none},
      {"水道 abc é 𠮷", none},
      {"a\0b"s, none},
      {"\xF4\x8F\xBF\xBF", none},  // U+10FFFF
      {"水\xFF", 3},               // never a lead byte
      {"ab\x80", 2},               // a tail without a lead
      {"\xC0\xAF", 0},             // overlong
      {"\xE0\x80\xAF", 0},         // overlong
      {"\xED\xA0\x80", 0},         // a surrogate
      {"\xF4\x90\x80\x80", 0},     // beyond U+10FFFF
      {"水\xE6\xB0", 3},           // cut off
      {"\x82\xA0\x82\xA2", 0},     // CP932
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    CHECK(find_invalid_utf8(example.text) == example.invalid);
    CHECK(is_utf8(example.text) == (example.invalid == none));
  }
}

TEST_CASE("UTF-8: letters and back") {
  CHECK(letters_of("a水𠮷") == U"a水𠮷");
  CHECK(utf8_of(U"aé水𠮷") == "aé水𠮷");
  CHECK(letters_of("a\xFF\xE6水") == U"a\xFFFD\xFFFD水");
  CHECK(letter_count("水道 ab") == 5);
  std::string beginnings;
  for (const char byte : std::string_view("aé水𠮷")) beginnings += begins_letter(byte) ? '^' : '.';
  CHECK(beginnings == "^^.^..^...");
}
