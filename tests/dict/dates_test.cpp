#include "dict/dates.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using chiho::parse_year_range;
using chiho::western_year;
using chiho::YearRange;
using chiho::Years;
using chiho::years_of;

TEST_CASE("years as they are typed") {
  const std::pair<const char*, int> cases[] = {
      {"2017", 2017},         {"２０１７", 2017},     {"2017年", 2017},   {"平成29年", 2017}, {"平成２９年", 2017},
      {"平成二十九年", 2017}, {"H29", 2017},          {"h29", 2017},      {"Ｈ２９", 2017},   {"令和元年", 2019},
      {"R1", 2019},           {"平成32年", 2020},     {"昭和64年", 1989}, {"大正元年", 1912}, {"明治1年", 1868},
      {"二〇一七年", 2017},   {" 平成 29 年 ", 2017}, {"㍻29年", 2017},   {"平成29", 2017},   {"S63", 1988},
  };
  for (const auto& test : cases) {
    const auto& text = test.first;
    const auto& year = test.second;
    CAPTURE(text);
    CHECK(western_year(text) == year);
  }
  for (const char* text :
       {"", "水道", "29年", "平成", "平成0年", "20170", "平成29年4月", "年", "H", "x2017", "2017x"}) {
    CAPTURE(text);
    CHECK_FALSE(western_year(text).has_value());
  }
}

static Years years(std::vector<int> calendar, std::vector<int> fiscal) {
  return {std::move(calendar), std::move(fiscal)};
}

TEST_CASE("the fiscal year begins in April") {
  CHECK(years_of("平成30年2月19日") == years({2018}, {2017}));
  CHECK(years_of("平成30年3月31日") == years({2018}, {2017}));
  CHECK(years_of("平成30年4月1日") == years({2018}, {2018}));
  CHECK(years_of("平成30年6月") == years({2018}, {2018}));
  CHECK(years_of("2017年4月") == years({2017}, {2017}));
}

TEST_CASE("a year alone, and 年度, are both") {
  CHECK(years_of("2017年") == years({2017}, {2017}));
  CHECK(years_of("平成29年度") == years({2017}, {2017}));
  CHECK(years_of("令和元年度") == years({2019}, {2019}));
  CHECK(years_of("2017") == years({2017}, {2017}));
  CHECK(years_of("FY2017") == years({2017}, {2017}));
}

TEST_CASE("many ways to write a day") {
  for (const char* text :
       {"H30.4.26", "2018/4/26", "2018-04-26", "2018.4.26", "２０１８年４月２６日", "平成三十年四月二十六日",
        "平成30年4月26日(木)", "平成30. 4.26", "開催日：平成 30 年 4 月 26 日"}) {
    CAPTURE(text);
    CHECK(years_of(text).calendar == std::vector{2018});
    CHECK(years_of(text).fiscal == std::vector{2018});
  }
  CHECK(years_of("2018-02-26") == years({2018}, {2017}));
}

TEST_CASE("ranges cover the years between") {
  CHECK(years_of("平成26年9月～平成28年9月") == years({2014, 2015, 2016}, {2014, 2015, 2016}));
  CHECK(years_of("平成22年6月～平成25年3月") == years({2010, 2011, 2012, 2013}, {2010, 2011, 2012}));
  CHECK(years_of("平成25年度～平成28年度") == years({2013, 2014, 2015, 2016}, {2013, 2014, 2015, 2016}));
  CHECK(years_of("平成25～27年度") == years({2013, 2014, 2015}, {2013, 2014, 2015}));
  CHECK(years_of("平成31年4月から令和2年3月まで") == years({2019, 2020}, {2019}));
  CHECK(years_of("2014年~2016年") == years({2014, 2015, 2016}, {2014, 2015, 2016}));
  CHECK(years_of("2014-2016") == years({2014, 2015, 2016}, {2014, 2015, 2016}));
  CHECK(years_of("平成30年2月19日(月)～21日(水)") == years({2018}, {2017}));
  CHECK(years_of("平成28年～") == years({2016}, {2016}));
}

TEST_CASE("what a later part leaves out is that of the part before") {
  CHECK(years_of("平成26年3月16日～3月23日") == years({2014}, {2013}));
  CHECK(years_of("平成26年3月16～4月2日") == years({2014}, {2013, 2014}));
  CHECK(years_of("平成29年2月、4月") == years({2017}, {2016, 2017}));
  CHECK(years_of("平成27年9月～28年3月") == years({2015, 2016}, {2015}));
}

TEST_CASE("a number of years is no year of the era before it") {
  CHECK(years_of("平成26年9月～平成28年9月（2年）") == years({2014, 2015, 2016}, {2014, 2015, 2016}));
  CHECK(years_of("平成26年9月から平成28年9月まで、2年に一度") == years({2014, 2015, 2016}, {2014, 2015, 2016}));
  CHECK(years_of("平成20年度に始まり、本省で2年、在外で3年勤務") == years({2008}, {2008}));
  CHECK(years_of("2017年4月（10年）") == years({2017}, {2017}));
  CHECK(years_of("平成26年から3年後") == years({2014}, {2014}));
  CHECK(years_of("平成26年、27年ぶりに開催") == years({2014}, {2014}));
}

TEST_CASE("an era carries over inside a range or a list") {
  CHECK(years_of("平成25年度～28年度") == years({2013, 2014, 2015, 2016}, {2013, 2014, 2015, 2016}));
  CHECK(years_of("平成25～28年度") == years({2013, 2014, 2015, 2016}, {2013, 2014, 2015, 2016}));
  CHECK(years_of("平成27年～28年後半") == years({2015, 2016}, {2015, 2016}));
  CHECK(years_of("平成25年度、27年度及び29年度") == years({2013, 2015, 2017}, {2013, 2015, 2017}));
}

TEST_CASE("lists are joined, numbered or not") {
  CHECK(years_of("①平成25年10月～平成26年2月②平成28年7月") == years({2013, 2014, 2016}, {2013, 2016}));
  CHECK(years_of("2015年②2017年") == years({2015, 2017}, {2015, 2017}));
}

TEST_CASE("what is no date") {
  for (const char* text : {"", "随時", "毎年秋", "年に2～3回", "2年間", "3年後", "03-5501-8373", "2,017人", "2017人",
                           "3年間", "4月", "30年", "内線2018", "第1回", "平成", "p.17", "press1_000160"}) {
    CAPTURE(text);
    CHECK(years_of(text) == Years{});
  }
  CHECK(years_of("平成25年から3年間") == years({2013}, {2013}));
}

TEST_CASE("ranges that run backwards or too far are ignored") {
  CHECK(years_of("平成28年～平成26年") == Years{});
  CHECK(years_of("1500年～2018年") == Years{});
}

TEST_CASE("--year") {
  const std::pair<const char*, YearRange> cases[] = {
      {"2017", {2017, 2017, false}},
      {"2015..2017", {2015, 2017, false}},
      {"平成29年", {2017, 2017, false}},
      {"H29", {2017, 2017, false}},
      {"令和元年", {2019, 2019, false}},
      {"平成29年度", {2017, 2017, true}},
      {"FY2017", {2017, 2017, true}},
      {"fy2015..2017", {2015, 2017, true}},
      {"H27..H29", {2015, 2017, false}},
      {"平成27年度..平成29年度", {2015, 2017, true}},
      {"２０１５～２０１７", {2015, 2017, false}},
      {"2015-2017", {2015, 2017, false}},
  };
  for (const auto& test : cases) {
    const auto& text = test.first;
    const auto& range = test.second;
    CAPTURE(text);
    CHECK(parse_year_range(text) == range);
  }
  for (const char* text :
       {"", "..", "2017..", "..2017", "2017..2015", "平成", "昔", "2017年4月", "2017 2018", "20177"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_year_range(text).has_value());
  }
}

TEST_CASE("hostile text is read in time") {
  std::string digits(1000000, '7');
  CHECK(years_of(digits) == Years{});
  std::string kanji;
  for (int i = 0; i < 300000; ++i) kanji += "十";
  CHECK(years_of(kanji) == Years{});
  CHECK(years_of("\xFF平成30年\xE3") == years({2018}, {2018}));
}
