#include "corpus/control_characters.hpp"

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool is_control(std::string_view text, std::size_t at) {
  const unsigned char byte = byte_at(text, at);
  const bool c1 = byte == 0xC2 && byte_at(text, at + 1) >= 0x80 && byte_at(text, at + 1) < 0xA0;
  return byte < 0x20 || byte == 0x7F || c1;
}

Text named(char32_t letter) {
  if (letter == U'\n') return {"改行", "a line end"};
  if (letter == U'\t') return {"タブ", "a tab"};
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::string code = std::string("U+00") + digits[(letter >> 4U) & 0xFU] + digits[letter & 0xFU];
  return {"制御文字 " + code + " ", "the control character " + code};
}

}  // namespace

std::size_t find_control_character(std::string_view text, Lines lines) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool allowed = lines == Lines::several && (text[at] == '\n' || text[at] == '\t');
    if (is_control(text, at) && !allowed) return at;
  }
  return std::string_view::npos;
}

std::string without_control_characters(std::string_view text, Lines lines) {
  std::string kept;
  while (true) {
    const std::size_t at = find_control_character(text, lines);
    kept += text.substr(0, at);
    if (at == std::string_view::npos) return kept;
    if (text[at] == '\t') kept += ' ';
    text.remove_prefix(at + (byte_at(text, at) == 0xC2 ? 2 : 1));
  }
}

Text control_character_fault(const std::string& name, std::string_view text, std::size_t at) {
  const Text found = named(letters_of(text.substr(at, 2)).front());
  return {name + " に" + found.ja + "があります", name + " holds " + found.en};
}

}  // namespace chiho
