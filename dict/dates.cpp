#include "dict/dates.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <string>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"

namespace chiho {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;
constexpr int kMaxSpan = 100;

struct Era {
  std::u32string_view name;
  char32_t letter;
  int before;  // the Western year before its first
};
constexpr std::array<Era, 5> kEras = {{{U"明治", U'm', 1867},
                                       {U"大正", U't', 1911},
                                       {U"昭和", U's', 1925},
                                       {U"平成", U'h', 1988},
                                       {U"令和", U'r', 2018}}};

// How a year was written: what a later 3月 or 28年 that leaves things out goes by.
struct Date {
  int year = 0;
  int month = 0;        // 0 where none is given
  bool fiscal = false;  // 年度, FY
  bool bare = false;    // no 年 behind it
  bool leans = false;   // 28年: which era or century, only the date before it says
  int base = 0;         // what a number of one or two digits is added to: the era's, or the century
  std::size_t end = 0;
};

bool is_kanji_digit(char32_t c) {
  return std::u32string_view(U"〇一二三四五六七八九").find(c) != std::u32string_view::npos;
}

int kanji_unit(char32_t c) {
  return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

// Reads dates out of folded text.
class Reader {
 public:
  explicit Reader(std::u32string text) : text_(std::move(text)) {}

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : 0; }
  [[nodiscard]] bool is_digit(std::size_t place) const { return at(place) >= U'0' && at(place) <= U'9'; }
  [[nodiscard]] bool is_letter(std::size_t place) const { return at(place) >= U'a' && at(place) <= U'z'; }
  [[nodiscard]] bool starts(std::size_t place, std::u32string_view word) const {
    return text_.compare(std::min(place, text_.size()), word.size(), word) == 0;
  }
  [[nodiscard]] std::size_t skip_space(std::size_t place) const {
    while (at(place) == U' ' || at(place) == U'\n' || at(place) == U'\t') ++place;
    return place;
  }

  // A number, of digits or of kanji (二十九, 二〇一七), or 元; moves `place` past it. The number is -1 where it is
  // longer than that of a year.
  std::optional<int> number(std::size_t& place) const {
    if (at(place) == U'元') {
      ++place;
      return 1;
    }
    if (is_digit(place)) return digits(place);
    return kanji_number(place);
  }

  // A date that begins right at `place`. `before`: the date that it may lean on (28年, 4月).
  [[nodiscard]] std::optional<Date> date(std::size_t place, const Date* before) const {
    if (auto found = era_date(place)) return found;
    if (auto found = western_date(place)) return found;
    return before == nullptr ? std::nullopt : leaning_date(place, *before);
  }

 private:
  std::optional<int> digits(std::size_t& place) const {
    const std::size_t begin = place;
    int value = 0;
    for (; is_digit(place); ++place) value = place - begin < 4 ? value * 10 + static_cast<int>(at(place) - U'0') : -1;
    return place - begin > 4 ? -1 : value;
  }

  std::optional<int> kanji_number(std::size_t& place) const {
    const std::size_t begin = place;
    int sum = 0;
    int digit = 0;
    bool too_long = false;
    for (; is_kanji_digit(at(place)) || kanji_unit(at(place)) != 0; ++place) {
      too_long = too_long || place - begin >= 7;
      if (too_long) continue;
      if (const int unit = kanji_unit(at(place)); unit != 0) {
        sum += std::max(digit, 1) * unit;
        digit = 0;
      } else {
        digit = digit * 10 + static_cast<int>(std::u32string_view(U"〇一二三四五六七八九").find(at(place)));
      }
    }
    if (place == begin) return std::nullopt;
    return too_long ? -1 : sum + digit;
  }

  [[nodiscard]] std::optional<Date> era_date(std::size_t place) const {
    for (const Era& era : kEras) {
      std::size_t after = place;
      if (starts(place, era.name)) {
        after = skip_space(place + era.name.size());
      } else if (at(place) == era.letter && (place == 0 || !is_letter(place - 1)) &&
                 (is_digit(place + 1) || at(place + 1) == U'元')) {
        after = place + 1;
        if (at(after) != U'元' && is_digit(after + 2)) continue;  // h100
      } else {
        continue;
      }
      const std::optional<int> count = number(after);
      if (!count || *count < 1 || *count > 99) return std::nullopt;
      return rest_of_date({.year = era.before + *count, .base = era.before}, after);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Date> western_date(std::size_t place) const {
    const bool prefixed = starts(place, U"fy") && (place == 0 || !is_letter(place - 1));
    std::size_t after = prefixed ? skip_space(place + 2) : place;
    const std::size_t begin = after;
    const std::optional<int> year = number(after);
    if (!year || *year < kFirstYear || *year > kLastYear || at(begin) == U'元') return std::nullopt;
    Date found = rest_of_date({.year = *year, .base = *year - *year % 100}, after);
    if (prefixed) found.fiscal = true;
    return found;
  }

  // 28年, 28年度 and 3月 after a fuller date.
  [[nodiscard]] std::optional<Date> leaning_date(std::size_t place, const Date& before) const {
    std::size_t after = place;
    const std::optional<int> count = number(after);
    if (!count || *count < 1 || *count > 99) return std::nullopt;
    after = skip_space(after);
    if (at(after) == U'年') {
      const Date found = rest_of_date({.year = before.base + *count, .leans = true, .base = before.base}, after);
      const bool counts_years = !found.fiscal && found.month == 0 && is_span(after + 1);
      return counts_years || found.year < before.year ? std::nullopt : std::optional(found);
    }
    if (at(after) != U'月' || *count > 12 || at(after + 1) == U'間') return std::nullopt;
    return Date{.year = before.year, .month = *count, .base = before.base, .end = skip_day(after + 1)};
  }

  // What makes 3年 a length of time: 3年間, 2年目, 3年後. Not 28年後半.
  [[nodiscard]] bool is_span(std::size_t place) const {
    const char32_t first = at(place);
    if (first == U'後' || first == U'前') return at(place + 1) != U'半' && at(place + 1) != U'期';
    return first != 0 && std::u32string_view(U"間目生次半ぶごお").find(first) != std::u32string_view::npos;
  }

  // What follows the number of a year: 年度 | 年 [3月 [2日]] | .3.2 | /3/2 | -3-2 | nothing.
  [[nodiscard]] Date rest_of_date(Date date, std::size_t place) const {
    const std::size_t unit = skip_space(place);
    date.end = place;
    if (starts(unit, U"年度")) {
      date.fiscal = true;
      date.end = unit + 2;
    } else if (at(unit) == U'年') {
      date.end = unit + 1;
      std::size_t after = skip_space(unit + 1);
      const std::optional<int> month = number(after);
      after = skip_space(after);
      if (month && *month >= 1 && *month <= 12 && at(after) == U'月' && at(after + 1) != U'間') {
        date.month = *month;
        date.end = skip_day(after + 1);
      }
    } else {
      date.bare = true;
      read_separated_month(date);
    }
    return date;
  }

  void read_separated_month(Date& date) const {
    const char32_t separator = at(date.end);
    if (separator != U'.' && separator != U'/' && separator != U'-') return;
    std::size_t after = date.end + 1;
    const std::optional<int> month = is_digit(after) ? number(after) : std::nullopt;
    if (!month || *month < 1 || *month > 12) return;
    date.month = *month;
    date.bare = false;
    date.end = after;
    if (at(after) != separator || !is_digit(after + 1)) return;
    std::size_t end = after + 1;
    const std::optional<int> day = number(end);
    if (day && *day >= 1 && *day <= 31) date.end = end;
  }

  // The day says nothing about years, but stands before a range's mark: 3月16～23日.
  [[nodiscard]] std::size_t skip_day(std::size_t place) const {
    std::size_t after = skip_space(place);
    const std::optional<int> day = number(after);
    if (!day || *day > 31) return place;
    return at(after) == U'日' ? after + 1 : after;
  }

  std::u32string text_;
};

int fiscal_year(const Date& date) {
  return date.month >= 1 && date.month <= 3 && !date.fiscal ? date.year - 1 : date.year;
}

// ①② number the dates of a list; folded, they would be digits of the date after them.
Reader reader(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_letter(text, at);
    append_letter(plain, (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) ? U' ' : c);
  }
  return Reader(letters_of(folded(plain)));
}

// Past the mark of a range (～, -, から) at `place`, with the weekday or holiday in brackets before it; none where
// there is no such mark.
std::optional<std::size_t> after_range_mark(const Reader& text, std::size_t place) {
  constexpr std::size_t kMaxBracket = 8;
  place = text.skip_space(place);
  if (text.at(place) == U'(') {
    std::size_t end = place + 1;
    while (end - place < kMaxBracket && text.at(end) != U')' && text.at(end) != 0) ++end;
    if (text.at(end) != U')') return std::nullopt;
    place = text.skip_space(end + 1);
  }
  for (const std::u32string_view mark : {U"~", U"-", U"から", U"より", U"ー", U".."}) {
    if (text.starts(place, mark)) return text.skip_space(place + mark.size());
  }
  return std::nullopt;
}

class YearSet {
 public:
  void add(int first, int last) {
    for (int year = std::max(first, kEarliest); year <= std::min(last, kLastYear); ++year) {
      years_.set(static_cast<std::size_t>(year) - kEarliest);
    }
  }
  [[nodiscard]] std::vector<int> list() const {
    std::vector<int> list;
    for (std::size_t i = 0; i < years_.size(); ++i) {
      if (years_[i]) list.push_back(kEarliest + static_cast<int>(i));
    }
    return list;
  }

 private:
  static constexpr int kEarliest = kFirstYear - 1;  // the fiscal year that January of the first lies in
  std::bitset<kLastYear - kEarliest + 1> years_;
};

class YearsReader {
 public:
  explicit YearsReader(std::string_view text) : text_(reader(text)) {}

  Years read() && {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    return {calendar_.list(), fiscal_.list()};
  }

 private:
  // Reads the date or range at `at`, or passes over the number or letter there.
  std::size_t step(std::size_t at) {
    const bool in_word = text_.is_letter(at) && at > 0 && text_.is_letter(at - 1);
    std::optional<Date> first = in_word ? std::nullopt : text_.date(at, has_last_ ? &last_ : nullptr);
    if (!first || (first->bare && !is_year_alone(at, *first)) || (first->leans && !goes_on(at))) return past_number(at);
    std::size_t end = first->end;
    Date last = *first;
    if (const auto place = after_range_mark(text_, end)) {
      const std::optional<Date> second = text_.date(*place, &*first);
      if (second && (!second->bare || is_year_alone(*place, *second))) {
        last = *second;
        end = last.end;
        if (first->bare && last.fiscal) first->fiscal = true;  // 平成25～28年度
      }
    }
    add(*first, last);
    last_ = last;
    has_last_ = true;
    return end;
  }

  std::size_t past_number(std::size_t at) const {
    std::size_t after = at;
    return text_.number(after) ? after : at + 1;
  }

  // True where nothing but the marks of a list stands between the date before and this one: 平成25年度、26年度. In
  // 平成28年9月（2年） the 2年 is how long it took.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    constexpr std::size_t kMost = 4;
    constexpr std::u32string_view kMarks = U" \n\t、,・/と及び";
    if (at <= last_.end || at - last_.end > kMost) return false;
    for (std::size_t place = last_.end; place < at; ++place) {
      if (kMarks.find(text_.at(place)) == std::u32string_view::npos) return false;
    }
    return true;
  }

  // A number without 年 is a year where no other letter touches it: in 2,017人, 2017人 and 03-5501-8373 it is not.
  [[nodiscard]] bool is_year_alone(std::size_t at, const Date& date) const {
    if (!text_.is_digit(at)) return true;  // H29, 平成29, FY2017
    if (date.year < 1800 || date.year > 2199) return false;
    const char32_t before = at == 0 ? U' ' : text_.at(at - 1);
    const char32_t after = date.end < text_.size() ? text_.at(date.end) : U' ';
    constexpr std::u32string_view kBefore = U" \n\t(、,;:~から";
    constexpr std::u32string_view kAfter = U" \n\t)、,;~。-かよ";
    const bool range_before = before == U'-' && at >= 5 && text_.is_digit(at - 2);
    return (kBefore.find(before) != std::u32string_view::npos || range_before) &&
           kAfter.find(after) != std::u32string_view::npos;
  }

  void add(const Date& first, const Date& last) {
    const int fiscal_first = fiscal_year(first);
    const int fiscal_last = fiscal_year(last);
    const bool backwards = last.year < first.year ||
                           (last.year == first.year && first.month != 0 && last.month != 0 && last.month < first.month);
    if (backwards || last.year - first.year > kMaxSpan) return;
    calendar_.add(first.year, last.year);
    fiscal_.add(std::min(fiscal_first, fiscal_last), std::max(fiscal_first, fiscal_last));
  }

  Reader text_;
  YearSet calendar_;
  YearSet fiscal_;
  Date last_;
  bool has_last_ = false;
};

std::string trimmed(std::string text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  while (!text.empty() && is_space(text.back())) text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, is_space));
  return text;
}

}  // namespace

std::optional<int> western_year(std::string_view text) {
  const Reader letters(letters_of(trimmed(folded(text))));
  const std::optional<Date> date = letters.date(0, nullptr);
  if (!date || date->end != letters.size() || date->month != 0 || date->fiscal) return std::nullopt;
  return date->year;
}

Years years_of(std::string_view text) {
  return YearsReader(text).read();
}

std::optional<YearRange> parse_year_range(std::string_view text) {
  const Reader letters(letters_of(trimmed(folded(text))));
  const std::optional<Date> first = letters.date(0, nullptr);
  if (!first || first->month != 0) return std::nullopt;
  std::optional<Date> last = first;
  if (const auto place = after_range_mark(letters, first->end)) last = letters.date(*place, &*first);
  if (!last || last->month != 0 || last->end != letters.size() || last->year < first->year) return std::nullopt;
  return YearRange{first->year, last->year, first->fiscal || last->fiscal};
}

}  // namespace chiho
