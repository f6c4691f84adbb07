#include "corpus/toml_writer.hpp"

#include <cstddef>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

constexpr std::size_t long_line = 60;  // letters; Japanese ones are two columns wide

void append_escape(std::u32string& to, char32_t letter) {
  constexpr std::u32string_view digits = U"0123456789ABCDEF";
  to += U"\\u00";
  to += digits[(letter >> 4U) & 0xFU];
  to += digits[letter & 0xFU];
}

// What cannot stand in a string as it is, or would not be seen in an editor.
bool needs_code(char32_t letter) {
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
}

void append_escaped(std::u32string& to, char32_t letter) {
  switch (letter) {
    case U'\\':
      to += U"\\\\";
      return;
    case U'\n':
      to += U"\\n";
      return;
    case U'\r':
      to += U"\\r";
      return;
    case U'\t':
      to += U"\\t";
      return;
    default:
      break;
  }
  if (needs_code(letter)) {
    append_escape(to, letter);
  } else {
    to += letter;
  }
}

std::string basic_string(std::string_view value) {
  std::u32string text = U"\"";
  for (const char32_t letter : letters_of(value)) {
    if (letter == U'"') text += U'\\';
    append_escaped(text, letter);
  }
  return utf8_of(text + U"\"");
}

// The line end after the opening quotes is no part of the string; the last one of the text is.
std::string multi_line_string(std::string_view value) {
  std::u32string text = U"\"\"\"\n";
  const std::u32string letters = letters_of(value);
  std::size_t quotes = 0;  // in a row
  for (std::size_t i = 0; i < letters.size(); ++i) {
    quotes = letters[i] == U'"' ? quotes + 1 : 0;
    const bool closes = quotes > 0 && (quotes % 3 == 0 || i + 1 == letters.size());
    if (closes) text += U'\\';
    if (letters[i] == U'\n') {
      text += U'\n';
    } else {
      append_escaped(text, letters[i]);
    }
  }
  return utf8_of(text + U"\"\"\"");
}

std::string list(const std::vector<std::string>& items) {
  std::size_t letters = 0;
  for (const std::string& item : items) letters += letter_count(item) + 2;
  const bool one_a_line = items.size() > 1 && letters > long_line;
  std::string text = one_a_line ? "[\n" : "[";
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (one_a_line) {
      text += "  " + items[i] + ",\n";
    } else {
      text += (i == 0 ? "" : ", ") + items[i];
    }
  }
  return text + "]";
}

}  // namespace

void TomlWriter::table(std::string_view name) {
  if (!text_.empty()) text_ += '\n';
  text_.append("[[").append(name).append("]]\n");
}

void TomlWriter::comment(std::string_view text) {
  text_.append("# ").append(text).push_back('\n');
}

void TomlWriter::string(std::string_view key, std::string_view value) {
  if (!value.empty()) text_.append(key).append(" = ").append(basic_string(value)).push_back('\n');
}

void TomlWriter::integer(std::string_view key, int value) {
  text_.append(key).append(" = ").append(std::to_string(value)).push_back('\n');
}

void TomlWriter::strings(std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const std::string& value : values) items.push_back(basic_string(value));
  text_.append(key).append(" = ").append(list(items)).push_back('\n');
}

void TomlWriter::integers(std::string_view key, const std::vector<int>& values) {
  if (values.empty()) return;
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const int value : values) items.push_back(std::to_string(value));
  text_.append(key).append(" = ").append(list(items)).push_back('\n');
}

void TomlWriter::prose(std::string_view key, std::string_view value) {
  const bool several_lines = value.find('\n') != std::string_view::npos;
  if (!several_lines && letter_count(value) <= long_line) return string(key, value);
  text_.append(key).append(" = ").append(multi_line_string(value)).push_back('\n');
}

}  // namespace chiho
