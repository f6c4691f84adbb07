#include "corpus/fault.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

// C0, DEL, C1, line and paragraph separators, and what turns the direction of writing around.
bool is_unprintable(char32_t letter) {
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0x2028 || letter == 0x2029 ||
         (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069) || letter == 0xFEFF;
}

std::u32string escaped(char32_t letter) {
  constexpr std::u32string_view digits = U"0123456789ABCDEF";
  std::u32string text = U"\\u";
  for (const unsigned shift : std::array<unsigned, 4>{12, 8, 4, 0}) text += digits[(letter >> shift) & 0xFU];
  return text;
}

}  // namespace

std::string shown(std::string_view text, std::size_t most) {
  // A letter has four bytes at most: hostile lengths need not be decoded whole.
  const bool huge = text.size() / 4 > most;
  const std::u32string letters = letters_of(huge ? text.substr(0, (most + 1) * 4) : text);
  std::u32string safe;
  for (std::size_t i = 0; i < letters.size() && i < most; ++i) {
    if (is_unprintable(letters[i])) {
      safe += escaped(letters[i]);
    } else {
      safe += letters[i];
    }
  }
  if (letters.size() > most) safe += U'…';
  return utf8_of(safe);
}

Text did_you_mean(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  Text text{"（", " (did you mean "};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = shown(names[i]);
    text.ja += "「" + name + "」";
    if (i > 0) text.en += i + 1 == names.size() ? " or " : ", ";
    text.en += "\"" + name + "\"";
  }
  text.ja += "のことでしょうか）";
  text.en += "?)";
  return text;
}

std::string Fault::str(Lang lang) const {
  const std::string place = std::to_string(std::max(line, 1)) + ":" + std::to_string(std::max(column, 1));
  return shown(file, std::numeric_limits<std::size_t>::max() / 8) + ":" + place + ": " + message.in(lang);
}

}  // namespace chiho
