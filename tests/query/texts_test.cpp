#include "query/show/texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace chiho {
namespace {

std::ptrdiff_t blanks(std::string_view text) {
  std::ptrdiff_t count = 0;
  for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

TEST_CASE("what is said is said in both languages, with the same blanks") {
  for (const SaidText& text : said_texts) {
    CAPTURE(text.ja);
    CHECK_FALSE(text.ja.empty());
    CHECK_FALSE(text.en.empty());
    CHECK(blanks(text.ja) == blanks(text.en));
    if (text.en.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos && text.en != "PDF {}")
      CHECK_FALSE(is_ascii(text.ja));
  }
}

TEST_CASE("blanks are filled in order") {
  CHECK(said(Say::corrected, Lang::ja, "甲", "乙") == "「甲」は見つからないので「乙」で探しました。");
  CHECK(said(Say::corrected, Lang::en, "x", "y") == "Nothing found for \"x\"; searched \"y\" instead.");
  CHECK(said(RecordType::case_study, Lang::en) == "case");
}

}  // namespace
}  // namespace chiho
