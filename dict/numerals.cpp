#include "dict/numerals.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

constexpr std::size_t kLongestWord = 90;  // bytes
constexpr std::size_t kMostDigits = 15;   // of one number
constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kSmallUnits = U"十百千";
constexpr std::u32string_view kLargeUnits = U"万億兆";

bool is_digit(char32_t letter) {
  return letter >= U'0' && letter <= U'9';
}

bool is_kanji_numeral(char32_t letter) {
  return kDigits.find(letter) != std::u32string_view::npos || kSmallUnits.find(letter) != std::u32string_view::npos ||
         kLargeUnits.find(letter) != std::u32string_view::npos;
}

bool is_numeral(char32_t letter) {
  return is_digit(letter) || is_kanji_numeral(letter);
}

// The digit that a letter is; none for a unit.
std::optional<unsigned> digit_of(char32_t letter) {
  if (is_digit(letter)) return letter - U'0';
  const auto at = kDigits.find(letter);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  while (exponent-- > 0) result *= base;
  return result;
}

// 二千五百, 25, 二五, 千: what stands before 万, or at the end.
std::optional<std::uint64_t> section_value(std::u32string_view letters) {
  std::uint64_t sum = 0;
  std::uint64_t digits = 0;
  std::size_t count = 0;
  std::uint64_t last_unit = 10'000;
  for (const char32_t letter : letters) {
    if (const auto digit = digit_of(letter)) {
      digits = digits * 10 + *digit;
      if (++count > kMostDigits) return std::nullopt;
      continue;
    }
    const std::uint64_t unit = power(10, kSmallUnits.find(letter) + 1);
    if (unit >= last_unit || count > 1 || (count == 1 && digits == 0)) return std::nullopt;
    sum += (count == 0 ? 1 : digits) * unit;
    last_unit = unit;
    digits = count = 0;
  }
  if (sum > 0 && count > 1) return std::nullopt;  // 百二五
  return sum + digits;
}

std::optional<std::uint64_t> value_of(const std::u32string& letters) {
  std::uint64_t sum = 0;
  std::uint64_t last_unit = power(10'000, kLargeUnits.size() + 1);
  std::size_t begin = 0;
  bool in_sections = false;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    const bool end = i == letters.size();
    const auto large = end ? std::u32string_view::npos : kLargeUnits.find(letters[i]);
    if (!end && large == std::u32string_view::npos) continue;
    const auto section = section_value(std::u32string_view(letters).substr(begin, i - begin));
    if (!section || (!end && i == begin)) return std::nullopt;
    const std::uint64_t unit = end ? 1 : power(10'000, large + 1);
    in_sections |= !end;
    if (unit >= last_unit || (!end && *section == 0) || (in_sections && *section >= 10'000)) return std::nullopt;
    sum += *section * unit;
    last_unit = unit;
    begin = i + 1;
  }
  return sum;
}

std::string with_commas(std::uint64_t value) {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string without_units(std::uint64_t value) {
  std::string text;
  for (const char c : std::to_string(value)) append_letter(text, kDigits[static_cast<std::size_t>(c - '0')]);
  return text;
}

// Below 10,000: 二千十八.
std::string section_in_kanji(std::uint64_t value) {
  std::string text;
  for (std::size_t exponent = kSmallUnits.size(); exponent > 0; --exponent) {
    const std::uint64_t count = value / power(10, exponent) % 10;
    if (count > 1) append_letter(text, kDigits[count]);
    if (count > 0) append_letter(text, kSmallUnits[exponent - 1]);
  }
  if (value % 10 > 0) append_letter(text, kDigits[value % 10]);
  return text;
}

// 25000: 2万5千, for 3千 is what people write and 2千5百 is not.
std::string section_in_thousands(std::uint64_t value) {
  if (value >= 1000 && value % 1000 == 0)
    return std::to_string(value / 1000) + utf8_of(kSmallUnits.substr(kSmallUnits.size() - 1));
  return std::to_string(value);
}

template <typename Section>
std::string in_sections(std::uint64_t value, Section section) {
  std::string text;
  for (std::size_t large = kLargeUnits.size() + 1; large-- > 0;) {
    const std::uint64_t part = value / power(10'000, large) % 10'000;
    if (part == 0) continue;
    text += section(part);
    if (large > 0) append_letter(text, kLargeUnits[large - 1]);
  }
  return text;
}

using Style = std::string (*)(std::uint64_t);
constexpr std::array<Style, 6> kStyles{
    [](std::uint64_t value) { return std::to_string(value); },
    [](std::uint64_t value) { return with_commas(value); },
    [](std::uint64_t value) { return in_sections(value, section_in_thousands); },
    [](std::uint64_t value) { return in_sections(value, [](std::uint64_t part) { return std::to_string(part); }); },
    [](std::uint64_t value) { return in_sections(value, section_in_kanji); },
    [](std::uint64_t value) { return without_units(value); },
};

struct Number {
  std::size_t begin = 0;  // bytes of the folded text
  std::size_t end = 0;
  std::uint64_t value = 0;
};

// How much of a token is a numeral: digits, or one kanji, for what MeCab takes together is a word (七五三); or all but
// the 月 of 一月 to 十二月, which ipadic keeps whole.
std::size_t numeral_length(std::string_view token) {
  constexpr std::string_view kMonth = "月";
  const bool month = token.ends_with(kMonth);
  const std::size_t end = token.size() - (month ? kMonth.size() : 0);
  std::size_t kanji = 0;
  for (std::size_t at = 0; at < end;) {
    const char32_t letter = next_letter(token, at);
    if (!is_numeral(letter)) return 0;
    if (!is_digit(letter)) ++kanji;
  }
  return kanji > 1 && !month ? 0 : end;
}

bool is_ascii_sign_or_letter(std::string_view text, std::size_t at) {
  return at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] != ' ';
}

class NumberFinder {
 public:
  explicit NumberFinder(const Analysis& word) : text_(word.folded.text), tokens_(word.tokens) {}

  std::vector<Number> find() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::size_t end = run_end(i);
      if (end == 0) continue;
      add(tokens_[i].offset, end);
      while (i + 1 < tokens_.size() && tokens_[i + 1].offset < end) ++i;
    }
    return std::move(numbers_);
  }

 private:
  [[nodiscard]] std::string_view letters_of_token(std::size_t i) const {
    return std::string_view(text_).substr(tokens_[i].offset, tokens_[i].length);
  }

  [[nodiscard]] bool is_thousand_group(std::size_t i) const {
    return i + 1 < tokens_.size() && letters_of_token(i) == "," && tokens_[i + 1].length == 3 &&
           is_ascii_sign_or_letter(text_, tokens_[i + 1].offset) && numeral_length(letters_of_token(i + 1)) == 3;
  }

  // Where the numeral ends that begins with this token; 0 for none.
  [[nodiscard]] std::size_t run_end(std::size_t i) const {
    std::size_t end = 0;
    for (; i < tokens_.size() && (end == 0 || tokens_[i].offset == end); ++i) {
      if (end > 0 && is_thousand_group(i)) ++i;
      const std::size_t length = numeral_length(letters_of_token(i));
      if (length == 0) break;
      end = tokens_[i].offset + length;
      if (length < tokens_[i].length) break;
    }
    return end;
  }

  void add(std::size_t begin, std::size_t end) {
    if ((begin > 0 && is_ascii_sign_or_letter(text_, begin - 1)) || is_ascii_sign_or_letter(text_, end)) return;
    std::u32string letters = chiho::letters_of(std::string_view(text_).substr(begin, end - begin));
    std::erase(letters, U',');
    if (letters.size() > kMostDigits || letters.front() == U'0') return;
    if (const auto value = value_of(letters); value && *value > 0) numbers_.push_back({begin, end, *value});
  }

  const std::string& text_;
  const std::vector<Token>& tokens_;
  std::vector<Number> numbers_;
};

std::string rewritten(const std::string& text, const std::vector<Number>& numbers, Style style) {
  std::string result;
  std::size_t done = 0;
  for (const Number& number : numbers) {
    result.append(text, done, number.begin - done).append(style(number.value));
    done = number.end;
  }
  return result.append(text, done);
}

}  // namespace

std::vector<std::string> numeral_spellings(const Analysis& word) {
  std::vector<std::string> spellings;
  const std::string& text = word.folded.text;
  if (text.size() > kLongestWord) return spellings;
  const std::vector<Number> numbers = NumberFinder(word).find();
  if (numbers.empty()) return spellings;
  for (const Style style : kStyles) {
    const std::string spelling = rewritten(text, numbers, style);
    if (spelling != text && std::ranges::find(spellings, spelling) == spellings.end()) spellings.push_back(spelling);
  }
  return spellings;
}

std::string in_digits(const Analysis& word) {
  const std::string& text = word.folded.text;
  if (text.size() > kLongestWord) return {};
  const std::string digits = rewritten(text, NumberFinder(word).find(), kStyles.front());
  return digits == text ? std::string() : digits;
}

bool is_whole_number(std::string_view text, std::size_t begin, std::size_t end) {
  const auto letter_at = [&](std::size_t at) { return at < text.size() ? next_letter(text, at) : U'\0'; };
  const auto letter_before = [&](std::size_t at) {
    if (at == 0) return U'\0';
    do --at;
    while (at > 0 && !begins_letter(text[at]));
    return next_letter(text, at);
  };
  const bool cut_before = is_numeral(letter_at(begin)) && is_numeral(letter_before(begin));
  const bool cut_after = is_numeral(letter_before(end)) && is_numeral(letter_at(end));
  return !cut_before && !cut_after;
}

std::vector<std::size_t> number_edges(std::string_view folded) {
  std::vector<std::size_t> edges;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_letter(folded, at);
    const bool numeral = is_numeral(letter);
    if (begin > 0 && numeral != inside && letter != U'月' && letter != U',') edges.push_back(begin);
    inside = numeral || (inside && letter == U',');
  }
  return edges;
}

}  // namespace chiho
