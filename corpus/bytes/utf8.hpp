// UTF-8 and its letters (code points). Folding and all else that needs tables is dict's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiho {

// The letter that begins at `at`, and moves `at` past it: U+FFFD where it is no UTF-8, past as many bytes as could
// begin a letter (Unicode's "maximal subpart"), at least one. `invalid`, where given, is set if so.
inline char32_t next_letter(std::string_view text, std::size_t& at, bool* invalid = nullptr) {
  const auto byte = [&](std::size_t place) {
    return place < text.size() ? static_cast<unsigned char>(text[place]) : static_cast<unsigned char>(0);
  };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xC2 && lead <= 0xDF   ? 1
                   : lead >= 0xE0 && lead <= 0xEF ? 2
                   : lead >= 0xF0 && lead <= 0xF4 ? 3
                                                  : 0;
  // What the second byte may be rules out overlong forms, surrogates and what is beyond U+10FFFF.
  unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  auto letter = static_cast<char32_t>(lead & (0x3F >> more));
  for (int i = 0; i < more; ++i, low = 0x80, high = 0xBF) {
    const unsigned char next = byte(at);
    if (next < low || next > high) {
      if (invalid != nullptr) *invalid = true;
      return 0xFFFD;
    }
    letter = letter << 6 | (next & 0x3FU);
    ++at;
  }
  if (more != 0) return letter;
  if (invalid != nullptr) *invalid = true;
  return 0xFFFD;
}

inline void append_letter(std::string& text, char32_t letter) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  const auto tail = [&](int shift) { put(0x80 | (letter >> shift & 0x3F)); };
  if (letter < 0x80) {
    put(letter);
  } else if (letter < 0x800) {
    put(0xC0 | letter >> 6);
    tail(0);
  } else if (letter < 0x10000) {
    put(0xE0 | letter >> 12);
    tail(6);
    tail(0);
  } else {
    put(0xF0 | letter >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

inline std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) letters += next_letter(text, at);
  return letters;
}

inline std::string utf8_of(std::u32string_view letters) {
  std::string text;
  text.reserve(letters.size() * 3);
  for (const char32_t letter : letters) append_letter(text, letter);
  return text;
}

// Of valid UTF-8: whether a letter begins with this byte. It goes on with all that do not.
constexpr bool begins_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Of valid UTF-8.
inline std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_letter));
}

// Offset of the first letter that is none (overlong forms and surrogates are none); npos if there is none such.
inline std::size_t find_invalid_utf8(std::string_view text) {
  bool invalid = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_letter(text, at, &invalid);
    if (invalid) return begin;
  }
  return std::string_view::npos;
}

inline bool is_utf8(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace chiho
