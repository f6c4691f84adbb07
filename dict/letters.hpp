// Kinds of letters (code points) of folded text.
#pragma once

namespace chiho {

// With the small letters and the iteration marks.
constexpr bool is_hiragana(char32_t letter) {
  return (letter >= U'ぁ' && letter <= U'ゖ') || letter == U'ゝ' || letter == U'ゞ';
}

// The blocks of CJK ideographs. 々 and 〆 stand for kanji, and are none.
constexpr bool is_kanji(char32_t letter) {
  return (letter >= 0x4E00 && letter <= 0x9FFF) || (letter >= 0x3400 && letter <= 0x4DBF) ||
         (letter >= 0x20000 && letter <= 0x3FFFF);
}

}  // namespace chiho
