#include "dict/date_spellings.hpp"

#include <algorithm>
#include <array>
#include <regex>

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

int year_of(const std::string& era, const std::string& count) {
  const int number = count == "元" ? 1 : std::stoi(count);
  if (era.empty()) return number;
  for (const Era& known : eras)
    if (era == known.name || era.front() == known.letter) return known.before + number;
  return 0;
}

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

// 01 as 1.
std::string plain(const std::string& number) {
  return std::to_string(std::stoi(number));
}

}  // namespace

std::vector<std::string> date_spellings(std::string_view text) {
  static const std::regex japanese(
      "(明治|大正|昭和|平成|令和|[mtshr])?([0-9]{4}|[0-9]{1,2}|元)年(度)?(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?");
  static const std::regex separated("([mtshr])?([0-9]{1,4})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{1,2}))?");
  std::string date = folded(text);
  if (date.size() > longest_date) return {};
  std::erase(date, ' ');
  std::smatch found;
  std::string rest;
  int year = 0;
  if (std::regex_match(date, found, japanese)) {
    if (!found[1].matched && found[2].length() != 4) return {};
    year = year_of(found[1], found[2]);
    rest = "年" + found[3].str();
    if (found[4].matched) rest += plain(found[4]) + "月";
    if (found[5].matched) rest += plain(found[5]) + "日";
  } else if (std::regex_match(date, found, separated)) {
    if (found[1].matched == (found[2].length() == 4)) return {};
    year = year_of(found[1], found[2]);
    rest = "年" + plain(found[3]) + "月";
    if (found[4].matched) rest += plain(found[4]) + "日";
  }
  if (year < eras.front().before || year > 2200) return {};
  std::vector<std::string> spellings;
  for (const auto& spelled : spelled_years(year))
    if (spelled + rest != date) spellings.push_back(spelled + rest);
  return spellings;
}

}  // namespace chiho
