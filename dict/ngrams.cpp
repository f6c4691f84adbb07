#include "dict/ngrams.hpp"

#include <unicode/uchar.h>

namespace chiho {

bool separates(char32_t letter) {
  const auto c = static_cast<UChar32>(letter);
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  if (c >= 0x3001 && c <= 0x9FFF) return false;
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) != 0 || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

Ngrams ngrams(std::string_view folded) {
  Ngrams grams;
  grams.unigrams.reserve(folded.size() / 3 + 1);
  grams.bigrams.reserve(folded.size() / 3 + 1);
  std::string_view previous;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const bool separator = separates(next_letter(folded, at));
    const std::string_view letter = folded.substr(begin, at - begin);
    if (separator) {
      previous = {};
    } else {
      grams.unigrams.emplace_back(letter);
      if (!previous.empty()) grams.bigrams.emplace_back(previous.data(), previous.size() + letter.size());
      previous = letter;
    }
  }
  return grams;
}

}  // namespace chiho
