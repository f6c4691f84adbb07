#include "dict/iteration_marks.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace chiho {
namespace {

TEST_CASE("a repeated kanji is written twice or with its mark") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> examples{
      {"時々", {"時時"}},
      {"時時", {"時々"}},
      {"年々増加", {"年年増加"}},
      {"時々国国", {"時時国国", "時々国々"}},
      {"民主主義", {"民主々義"}},
      {"々", {}},
      {"あ々", {}},
      {"水道", {}},
      {"ささ", {}},
      {"11", {}},
      {"", {}},
  };
  for (const auto& example : examples) {
    const auto& text = example.first;
    const auto& spellings = example.second;
    CAPTURE(text);
    CHECK(iteration_spellings(text) == spellings);
  }
}

TEST_CASE("the marks of kana repeat the letter, or its voiced one") {
  CHECK(repeated_kana(U'ゝ', U'さ') == U'さ');
  CHECK(repeated_kana(U'ゞ', U'す') == U'ず');
  CHECK(repeated_kana(U'ヾ', U'バ') == U'バ');
  CHECK(repeated_kana(U'ヽ', U'ナ') == U'ナ');
  CHECK(repeated_kana(U'ゝ', U'水') == U'ゝ');
  CHECK(repeated_kana(U'あ', U'さ') == U'あ');
}

}  // namespace
}  // namespace chiho
