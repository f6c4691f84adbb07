#include "corpus/formats.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <vector>

#include "bytes/utf8.hpp"
#include "corpus/calendar.hpp"
#include "corpus/control_characters.hpp"

namespace chiho {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// It is printed as it stands: area code, exchange and number apart.
bool is_phone(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '-');
  if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), all_digits) || !text.starts_with('0')) return false;
  const auto sized = [](std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most;
  };
  const std::size_t digits = text.size() - 2;
  return sized(parts[0], 2, 5) && sized(parts[1], 1, 4) && sized(parts[2], 3, 4) && (digits == 10 || digits == 11);
}

// Where the hyphens go is known for some numbers only: an area code has two to five digits.
std::string hyphenated(const std::string& digits) {
  const auto starts = [&](std::initializer_list<std::string_view> codes) {
    return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) { return digits.starts_with(code); });
  };
  const auto cut = [&](std::size_t first, std::size_t second) {
    return digits.substr(0, first) + "-" + digits.substr(first, second - first) + "-" + digits.substr(second);
  };
  if (digits.size() == 10 && starts({"0120", "0570"})) return cut(4, 7);
  if (digits.size() == 10 && starts({"03", "06"})) return cut(2, 6);
  if (digits.size() == 11 && starts({"050", "070", "080", "090"})) return cut(3, 7);
  return digits;
}

std::string guess_phone(std::string_view text) {
  std::string digits;
  for (const char c : narrowed(text)) {
    const bool separator = std::string_view("-()./").find(c) != std::string_view::npos;
    if (is_digit(c)) {
      digits += c;
    } else if (separator && !digits.empty() && digits.back() != '-') {
      digits += '-';
    }
  }
  if (digits.starts_with("81")) digits.replace(0, digits.starts_with("81-") ? 3 : 2, "0");
  return hyphenated(digits);
}

std::string guess_extension(std::string_view text) {
  std::string digits = narrowed(text);
  for (const std::string_view word : {"内線", "ext.", "ext"})
    if (digits.starts_with(word)) digits.erase(0, word.size());
  return digits;
}

bool is_host(std::string_view host) {
  const std::vector<std::string_view> labels = split(host, '.');
  return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
           const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || (c & 0x80) != 0; };
           return !label.empty() && label.front() != '-' && label.back() != '-' &&
                  std::all_of(label.begin(), label.end(), allowed);
         });
}

bool is_email(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '@');
  if (parts.size() != 2) return false;
  const auto allowed = [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  };
  const std::vector<std::string_view> words = split(parts[0], '.');
  return std::all_of(parts[0].begin(), parts[0].end(), allowed) &&
         std::none_of(words.begin(), words.end(), [](std::string_view word) { return word.empty(); }) &&
         is_host(parts[1]);
}

bool is_url(std::string_view text) {
  const std::size_t begin = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (begin == 0) return false;
  const auto forbidden = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
           std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
  };
  if (std::any_of(text.begin(), text.end(), forbidden) || text.find("　") != std::string_view::npos) return false;
  const std::string_view authority = text.substr(begin, text.find_first_of("/?#", begin) - begin);
  const std::size_t colon = authority.find(':');
  const bool port_is_fine = colon == std::string_view::npos || all_digits(authority.substr(colon + 1));
  return port_is_fine && is_host(authority.substr(0, colon));
}

std::string guess_url(std::string_view text) {
  std::string url = narrowed(text);
  const std::size_t colon = url.find("//");
  if (colon < 8) url.erase(0, colon + 2);
  return "https://" + url;
}

bool is_date(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '-');
  const bool sized = (parts.size() == 2 || parts.size() == 3) && parts[0].size() == 4 && parts[1].size() == 2 &&
                     parts.back().size() == 2;
  if (!sized || !std::all_of(parts.begin(), parts.end(), all_digits)) return false;
  const int year = number(parts[0]);
  const int month = number(parts[1]);
  if (year < 1868 || year > 2200 || month < 1 || month > 12) return false;
  if (parts.size() == 2) return true;
  return number(parts[2]) >= 1 && number(parts[2]) <= days_of_month(year, month);
}

// The groups of digits, two digits for month and day: 2018/7, 2018年7月.
std::string guess_date(std::string_view text) {
  std::string date;
  std::string group;
  for (const char c : narrowed(text) + " ") {
    if (is_digit(c)) {
      group += c;
    } else if (!group.empty()) {
      date.append(date.empty() ? "" : "-").append(group.size() == 1 ? "0" : "").append(group);
      group.clear();
    }
  }
  return date;
}

}  // namespace

std::string narrowed(std::string_view text) {
  constexpr std::u32string_view dashes = U"‐‑‒–—―−ーｰ";
  std::u32string narrow;
  for (char32_t letter : letters_of(text)) {
    if (letter == U' ' || letter == U'　' || letter == U'\t') continue;
    if (letter >= 0xFF01 && letter <= 0xFF5E) letter -= 0xFEE0;
    if (dashes.find(letter) != std::u32string_view::npos) letter = U'-';
    narrow += letter;
  }
  return utf8_of(narrow);
}

const Format phone_format{is_phone,
                          guess_phone,
                          {"電話番号", "phone number"},
                          {"ハイフンを入れて 03-5501-8000", "03-5501-8000, with its hyphens"}};
const Format extension_format{all_digits, guess_extension, {"内線番号", "extension"}, {"5029", "5029"}};
const Format email_format{
    is_email, narrowed, {"メールアドレス", "e-mail address"}, {"name@example.jp", "name@example.jp"}};
const Format url_format{is_url, guess_url, {"URL", "URL"}, {"https://www.example.jp/", "https://www.example.jp/"}};
const Format date_format{is_date, guess_date, {"日付", "date"}, {"2018-07 または 2018-07-15", "2018-07 or 2018-07-15"}};

void check_format(const Format& format, const Located<std::string>& text, FileFaults& faults) {
  if (format.matches(text.value) && find_control_character(text.value, Lines::one) == std::string::npos) return;
  const std::string guess = format.guess(text.value);
  const std::string found = shown(text.value);
  const Text message{format.name.ja + "として正しくありません: " + found, "malformed " + format.name.en + ": " + found};
  if (!guess.empty() && guess != text.value && format.matches(guess)) {
    faults.add(text.at, message, did_you_mean({guess}));
  } else {
    faults.add(text.at, message, {"（例: " + format.example.ja + "）", " (for example " + format.example.en + ")"});
  }
}

}  // namespace chiho
