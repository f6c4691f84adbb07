// Years in Japanese documents and in what people type: Western, eras, fiscal years (年度, April to March).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace chiho {

// 平成29年, H29, 令和元年, 2017年, ２０１７ as 2017. Era years past the era's end are taken as written: 平成32年 is
// 2020.
std::optional<int> western_year(std::string_view text);

// The years that an event or work covers, from how its source dates it. Ascending, without repeats.
struct Years {
  std::vector<int> calendar;
  std::vector<int> fiscal;

  bool operator==(const Years&) const = default;
};
// 平成30年2月19日 | 平成26年3月16日～3月23日 | 平成22年6月～平成28年3月 | 平成25年度～平成28年度 | 2017年4月. Ranges
// cover the years between; a part that omits its year or era has that of the part before it, in a range or a list only:
// 平成28年9月（2年） took two years. A day or month gives the fiscal
// year it lies in; a year alone (2017年) is both; 年度 puts its number in both. Empty where nothing is dated (随時).
Years years_of(std::string_view text);

// What --year takes: 2017 | 2015..2017 | 平成29年 | H29 | 令和元年 | 平成29年度 | FY2017 | FY2015..2017.
struct YearRange {
  int first = 0;
  int last = 0;
  bool fiscal = false;

  bool operator==(const YearRange&) const = default;
};
// None where the text is no such thing, or the range runs backwards.
std::optional<YearRange> parse_year_range(std::string_view text);

}  // namespace chiho
