#include "corpus/utf8.hpp"

#include <array>

namespace chiho {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Letter {
  char32_t value = replacement;
  std::size_t length = 1;
  bool valid = false;
};

std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// The letter at `at`, which lies inside the text.
Letter letter_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = length_of(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0 || text.size() - at < length) return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (byte & 0x3FU);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
  return {value, length, true};
}

void append(std::string& to, char32_t letter) {
  const auto tail = [&](unsigned shift) { to += static_cast<char>(0x80U | ((letter >> shift) & 0x3FU)); };
  if (letter < 0x80) {
    to += static_cast<char>(letter);
  } else if (letter < 0x800) {
    to += static_cast<char>(0xC0U | (letter >> 6U));
    tail(0);
  } else if (letter < 0x10000) {
    to += static_cast<char>(0xE0U | (letter >> 12U));
    tail(6), tail(0);
  } else {
    to += static_cast<char>(0xF0U | (letter >> 18U));
    tail(12), tail(6), tail(0);
  }
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (!letter.valid) return at;
    at += letter.length;
  }
  return std::string_view::npos;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    letters += letter.value;
    at += letter.length;
  }
  return letters;
}

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3);
  for (const char32_t letter : text) append(bytes, letter);
  return bytes;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += letter_at(text, at).length;
  return count;
}

}  // namespace chiho
