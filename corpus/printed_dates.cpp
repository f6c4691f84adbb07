#include "corpus/printed_dates.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "bytes/utf8.hpp"
#include "corpus/calendar.hpp"
#include "corpus/formats.hpp"

namespace chiho {
namespace {

using Letters = std::u32string_view;

bool is_digit(char32_t letter) {
  return letter >= U'0' && letter <= U'9';
}

// Reads forward through a text; what it takes has at most four digits.
class Scanner {
 public:
  explicit Scanner(Letters text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }

  bool take(Letters word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::optional<int> number() {
    constexpr std::size_t longest = 4;
    std::size_t end = at_;
    int value = 0;
    for (; end < text_.size() && is_digit(text_[end]) && end - at_ < longest; ++end)
      value = value * 10 + static_cast<int>(text_[end] - U'0');
    if (end == at_ || (end < text_.size() && is_digit(text_[end]))) return std::nullopt;
    at_ = end;
    return value;
  }
  void skip_digits() {
    while (!at_end() && is_digit(text_[at_])) ++at_;
  }

 private:
  Letters text_;
  std::size_t at_ = 0;
};

// The year before the first of an era.
int era_begins_after(Scanner& scanner) {
  constexpr std::array<std::pair<Letters, int>, 5> eras{
      {{U"明治", 1867}, {U"大正", 1911}, {U"昭和", 1925}, {U"平成", 1988}, {U"令和", 2018}}};
  for (const auto& [name, before] : eras)
    if (scanner.take(name)) return before;
  return 0;
}

struct Year {
  bool given = false;
  int value = 0;  // 0: not known, as of 30年 without its era
};

// 平成30年, 令和元年, 2018年, or nothing.
Year take_year(Scanner& scanner) {
  const std::size_t begin = scanner.at();
  const int before = era_begins_after(scanner);
  const std::optional<int> year = before > 0 && scanner.take(U"元") ? 1 : scanner.number();
  if (year && scanner.take(U"年")) return {true, before > 0 || *year > 1000 ? before + *year : 0};
  scanner.go_to(begin);
  return {};
}

enum class Found : std::uint8_t { no_date, date, impossible_date };

// A date that begins here; the scanner is behind it then.
Found take_date(Scanner& scanner) {
  const Year year = take_year(scanner);
  const std::optional<int> month = scanner.number();
  if (!month || !scanner.take(U"月")) return Found::no_date;
  const std::size_t after_month = scanner.at();
  const std::optional<int> day = scanner.number();
  const bool has_day = day && scanner.take(U"日");
  if (!has_day) scanner.go_to(after_month);
  if (!year.given && !has_day) return Found::no_date;  // 18月 may be a length of time
  const bool exists =
      *month >= 1 && *month <= 12 && (!has_day || (*day >= 1 && *day <= days_of_month(year.value, *month)));
  return exists ? Found::date : Found::impossible_date;
}

}  // namespace

std::string first_impossible_date(std::string_view text) {
  const std::u32string letters = letters_of(narrowed(text));
  Scanner scanner(letters);
  while (!scanner.at_end()) {
    const std::size_t begin = scanner.at();
    const Found found = take_date(scanner);
    if (found == Found::impossible_date) return utf8_of(Letters(letters).substr(begin, scanner.at() - begin));
    if (found == Found::date) continue;
    scanner.go_to(begin);
    scanner.skip_digits();  // 30月 does not begin at the 0
    if (scanner.at() == begin) scanner.go_to(begin + 1);
  }
  return {};
}

void check_printed_dates(const Located<std::string>& text, FileFaults& faults) {
  const std::string date = first_impossible_date(text.value);
  if (!date.empty()) faults.add(text.at, {"暦にない日付です: " + shown(date), "no such date: " + shown(date)});
}

}  // namespace chiho
