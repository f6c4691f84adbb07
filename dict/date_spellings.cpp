#include "dict/date_spellings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "dict/normalize.hpp"

namespace chiho {

namespace {

struct Era {
  std::string_view name;
  char letter;
  int before;  // the Western year before its first
  int last;    // the Western year of its last
};

// How long after its end an era is still met with, in documents that were printed before it ended.
constexpr int afterwards = 5;

constexpr std::array<Era, 5> eras{{{"明治", 'm', 1867, 1912},
                                   {"大正", 't', 1911, 1926},
                                   {"昭和", 's', 1925, 1989},
                                   {"平成", 'h', 1988, 2019},
                                   {"令和", 'r', 2018, 9999}}};

constexpr std::size_t longest_date = 40;  // bytes

std::vector<std::string> spelled_years(int year) {
  std::vector<std::string> spelled{std::to_string(year)};
  for (const Era& era : eras) {
    const int count = year - era.before;
    if (count < 1 || year > era.last + afterwards) continue;
    spelled.push_back(std::string(era.name) + std::to_string(count));
    if (count == 1) spelled.push_back(std::string(era.name) + "元");
  }
  return spelled;
}

// Reads a text from its beginning.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool skip(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  const Era* era() {
    const auto* era = std::ranges::find_if(eras, [&](const Era& known) { return skip(known.name); });
    if (era == eras.end()) era = std::ranges::find_if(eras, [&](const Era& known) { return skip({&known.letter, 1}); });
    return era == eras.end() ? nullptr : era;
  }
  // Of so many digits at most; 01 is 1.
  std::optional<int> number(std::size_t digits) {
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (end == 0 || end > digits) return std::nullopt;
    const int value = std::stoi(std::string(rest_.substr(0, end)));
    rest_.remove_prefix(end);
    return value;
  }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
};

struct Written {
  int year = 0;
  std::string rest;  // 年度, 年2月, 年2月19日
};

// After the year: 年, 年度, 年2月, 年2月19日.
std::optional<std::string> japanese_rest(Reader& reader) {
  if (!reader.skip("年")) return std::nullopt;
  std::string rest = "年";
  if (reader.skip("度")) rest += "度";
  for (const std::string_view unit : {"月", "日"}) {
    if (reader.left() == 0) return rest;
    const auto number = reader.number(2);
    if (!number || !reader.skip(unit)) return std::nullopt;
    rest.append(std::to_string(*number)).append(unit);
  }
  return reader.left() == 0 ? std::optional(rest) : std::nullopt;
}

// The same, written /2, /2/19, -02-19, .2.19.
std::optional<std::string> separated_rest(Reader& reader) {
  const auto separator = [&] { return reader.skip("/") || reader.skip(".") || reader.skip("-"); };
  std::string rest = "年";
  for (const std::string_view unit : {"月", "日"}) {
    if (unit == "日" && reader.left() == 0) return rest;
    const auto number = separator() ? reader.number(2) : std::nullopt;
    if (!number) return std::nullopt;
    rest.append(std::to_string(*number)).append(unit);
  }
  return reader.left() == 0 ? std::optional(rest) : std::nullopt;
}

// A Western year has four digits, that of an era one or two.
std::optional<Written> read_date(std::string_view date) {
  Reader reader(date);
  const Era* era = reader.era();
  const std::size_t before = reader.left();
  const bool first = era != nullptr && reader.skip("元");
  const auto count = first ? 1 : reader.number(4);
  const std::size_t digits = before - reader.left();
  if (!count || (!first && (era == nullptr ? digits != 4 : digits > 2))) return std::nullopt;
  Reader separated = reader;
  auto rest = japanese_rest(reader);
  const bool spelled = era != nullptr && date.starts_with(era->name);
  if (!rest && !first && !spelled) rest = separated_rest(separated);
  if (!rest) return std::nullopt;
  return Written{era == nullptr ? *count : era->before + *count, *rest};
}

}  // namespace

std::vector<std::string> date_spellings(std::string_view text) {
  std::string date = folded(text);
  if (date.size() > longest_date) return {};
  std::erase(date, ' ');
  const auto written = read_date(date);
  if (!written || written->year < eras.front().before || written->year > 2200) return {};
  std::vector<std::string> spellings;
  for (const auto& spelled : spelled_years(written->year))
    if (spelled + written->rest != date) spellings.push_back(spelled + written->rest);
  return spellings;
}

}  // namespace chiho
