#include "import/letters.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "dict/normalize.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_name = 200;  // letters; what is longer is no name, and is not compared

bool is_radical(char32_t letter) {
  return letter >= 0x2E80 && letter <= 0x2FDF;
}
bool is_dropped(char32_t letter) {
  return (letter < 0x20 && letter != '\t' && letter != '\n') || (letter >= 0x7F && letter < 0xA0) || letter == 0xAD ||
         letter == 0xFEFF || letter == 0x200B;
}
bool is_ascii(char32_t letter) {
  return letter < 0x80;
}
bool is_digit(char32_t letter) {
  return letter >= '0' && letter <= '9';
}
bool is_dash(char32_t letter) {
  return letter == '-' || (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212 || letter == 0xFF0D ||
         letter == 0x30FC;
}
char32_t narrow(char32_t letter) {
  if (letter >= 0xFF01 && letter <= 0xFF5E) return letter - 0xFEE0;
  return letter == 0x3000 || letter == 0xA0 ? U' ' : letter;
}

std::vector<std::uint64_t> pairs_of(std::string_view name) {
  const std::u32string text = letters_of(key(name.substr(0, longest_name * 4)));
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i + 1 < std::min(text.size(), longest_name); ++i)
    pairs.push_back((static_cast<std::uint64_t>(text[i]) << 32U) | text[i + 1]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::string clean_text(std::string_view source) {
  std::string text;
  text.reserve(source.size());
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_letter(source, at);
    const bool carriage_return = letter == '\r' && (at == source.size() || source[at] != '\n');
    if (letter == '\f' || letter == '\v' || carriage_return) {
      text += '\n';
    } else if (is_radical(letter)) {
      text += folded(source.substr(begin, at - begin));
    } else if (!is_dropped(letter)) {
      append_letter(text, letter);
    }
  }
  return text;
}

bool is_space(char32_t letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == 0x3000 || letter == 0xA0;
}

std::string trimmed(std::string_view text) {
  const auto space_at = [&](std::size_t at) -> std::size_t {
    std::size_t end = at;
    return is_space(next_letter(text, end)) ? end - at : 0;
  };
  std::size_t begin = 0;
  while (begin < text.size() && space_at(begin) > 0) begin += space_at(begin);
  text.remove_prefix(begin);
  for (std::size_t end = text.size(); end > 0; end = text.size()) {
    std::size_t last = end - 1;
    while (last > 0 && end - last < 4 && !begins_letter(text[last])) --last;
    if (space_at(last) != end - last) break;
    text = text.substr(0, last);
  }
  return std::string(text);
}

std::string narrowed(std::string_view text) {
  std::u32string out = letters_of(text);
  std::transform(out.begin(), out.end(), out.begin(), narrow);
  for (std::size_t i = 1; i + 1 < out.size(); ++i)
    if (is_dash(out[i]) && is_digit(out[i - 1]) && is_digit(out[i + 1])) out[i] = '-';
  return utf8_of(out);
}

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto beginning) { return text.starts_with(beginning); });
}

bool ends_with_any(std::string_view text, const std::vector<std::string_view>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return text.ends_with(ending); });
}

std::vector<std::string> split(std::string_view text, std::u32string_view separators) {
  std::vector<std::string> parts;
  std::string part;
  const auto end_part = [&] {
    if (std::string name = trimmed(part); !name.empty()) parts.push_back(std::move(name));
    part.clear();
  };
  for (const char32_t letter : letters_of(text)) {
    if (separators.find(letter) != std::u32string_view::npos) {
      end_part();
    } else {
      append_letter(part, letter);
    }
  }
  end_part();
  return parts;
}

std::string key(std::string_view name) {
  std::u32string text = letters_of(folded(name));
  text.erase(std::remove_if(text.begin(), text.end(), is_space), text.end());
  return utf8_of(text);
}

double likeness(std::string_view a, std::string_view b) {
  const auto pairs_a = pairs_of(a);
  const auto pairs_b = pairs_of(b);
  if (pairs_a.empty() || pairs_b.empty()) return key(a) == key(b) ? 1 : 0;
  std::vector<std::uint64_t> common;
  std::set_intersection(pairs_a.begin(), pairs_a.end(), pairs_b.begin(), pairs_b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(pairs_a.size() + pairs_b.size());
}

std::string closed_up(std::string_view name) {
  const std::u32string text = letters_of(trimmed(name));
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_space(text[i])) {
      out.push_back(text[i]);
      continue;
    }
    while (is_space(text[i + 1])) ++i;  // trimmed: something follows
    const char32_t before = out.back();
    const char32_t after = text[i + 1];
    const bool join = (!is_ascii(before) || before == '/') && (!is_ascii(after) || after == '/');
    if (!join) out.push_back(U' ');
  }
  return utf8_of(out);
}

// "https://example.jp/wood-" and "fair/": an address that was wrapped.
static bool goes_on_in(std::string_view text, std::string_view more) {
  const std::size_t address = text.rfind("://");
  if (address == std::string_view::npos || text.find(' ', address) != std::string_view::npos) return false;
  const std::string_view word = more.substr(0, more.find(' '));
  if (word.find("://") != std::string_view::npos) return false;
  if (text.back() == '/') return word.find_first_of("/.") != std::string_view::npos;
  return std::string_view("-_=?&%.~#").find(text.back()) != std::string_view::npos;
}

void append_text(std::string& text, std::string_view more) {
  if (!text.empty() && !more.empty()) {
    const auto word = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' '; };
    if (word(text.back()) && word(more.front()) && !goes_on_in(text, more)) text += ' ';
  }
  text += more;
}

std::string without_brackets(std::string_view text, std::vector<std::string>* remarks) {
  std::u32string out;
  std::u32string remark;
  std::size_t depth = 0;
  const auto end_remark = [&] {
    if (remarks != nullptr && !remark.empty()) remarks->push_back(trimmed(utf8_of(remark)));
    remark.clear();
  };
  for (const char32_t letter : letters_of(text)) {
    const bool opens = letter == '(' || letter == 0xFF08;
    const bool closes = letter == ')' || letter == 0xFF09;
    if (opens && depth++ == 0) continue;
    if (closes && depth == 0) continue;
    if (closes && --depth == 0) {
      end_remark();
      continue;
    }
    (depth == 0 ? out : remark).push_back(letter);
  }
  end_remark();
  return trimmed(utf8_of(out));
}

bool is_foreign(char32_t letter) {
  // Greek and Cyrillic are in every Japanese font; from Armenian to the vowel marks of South Asia, none is.
  return (letter >= 0x0530 && letter <= 0x1DFF) || (letter >= 0xA000 && letter <= 0xD7FF) || letter == 0xFFFD ||
         (letter >= 0xE000 && letter <= 0xF8FF) || (letter >= 0xFB1D && letter <= 0xFDFF);
}

}  // namespace chiho::brochure
