#include "dict/iteration_marks.hpp"

#include <algorithm>

#include "bytes/utf8.hpp"
#include "dict/letters.hpp"

namespace chiho {
namespace {

constexpr char32_t kMark = U'々';

bool is_kana_letter(char32_t letter) {
  return (letter >= U'ぁ' && letter <= U'ゖ') || (letter >= U'ァ' && letter <= U'ヶ');
}

// か, or the が after it in Unicode's order: が. What has no voiced form stays.
char32_t voiced(char32_t kana) {
  constexpr std::u32string_view kVoiceless =
      U"かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
  return kVoiceless.find(kana) == std::u32string_view::npos ? kana : kana + 1;
}

}  // namespace

char32_t repeated_kana(char32_t letter, char32_t before) {
  if (!is_kana_letter(before)) return letter;
  if (letter == U'ゝ' || letter == U'ヽ') return before;
  return letter == U'ゞ' || letter == U'ヾ' ? voiced(before) : letter;
}

std::vector<std::string> iteration_spellings(std::string_view folded) {
  const std::u32string letters = letters_of(folded);
  std::u32string written = letters;
  std::u32string marked = letters;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (letters[i] == kMark && is_kanji(written[i - 1])) written[i] = written[i - 1];
    if (letters[i] == letters[i - 1] && is_kanji(letters[i]) && marked[i - 1] != kMark) marked[i] = kMark;
  }
  std::vector<std::string> spellings;
  for (const std::u32string& spelling : {written, marked})
    if (spelling != letters) spellings.push_back(utf8_of(spelling));
  return spellings;
}

}  // namespace chiho
