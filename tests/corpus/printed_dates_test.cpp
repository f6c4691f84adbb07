#include "corpus/printed_dates.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace chiho;

TEST_CASE("dates that exist, and what is no date") {
  for (const char* text : {
           "",
           "開催日 平成30年2月19日",
           "開催日 平成３０年２月１９日（月）～２３日（金）",
           "派遣期間 平成28年4月～平成30年3月",
           "平成28年2月29日",  // a leap year in its own era, 2016
           "令和2年2月29日",
           "令和元年12月31日",
           "2016年2月29日",
           "30年2月29日",  // of which era is not said
           "2月29日",
           "平成 30 年 2 月 19 日",
           "実施期間 18月",
           "3か月、45日間、13か月45日",
           "平成32年度",
           "電話 03-5501-8373 13-45",
           "12345678901234567890年13月",
       }) {
    CAPTURE(text);
    CHECK(first_impossible_date(text).empty());
  }
}

TEST_CASE("months and days that do not exist") {
  const std::pair<const char*, const char*> examples[] = {
      {"開催日 平成30年13月45日", "平成30年13月45日"},
      {"平成30年2月29日", "平成30年2月29日"},  // 2018
      {"2018年2月29日", "2018年2月29日"},
      {"平成３０年１３月", "平成30年13月"},
      {"2018年0月", "2018年0月"},
      {"4月31日", "4月31日"},
      {"5月0日", "5月0日"},
      {"平成30年4月1日～4月31日", "4月31日"},
      {"昭和60年6月31日", "昭和60年6月31日"},
      {"30年2月30日", "30年2月30日"},
  };
  for (const auto& example : examples) {
    const auto& text = std::get<0>(example);
    const auto& date = std::get<1>(example);
    CAPTURE(text);
    CHECK(first_impossible_date(text) == date);
  }
}

TEST_CASE("long runs of digits and eras do no harm") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "平成30年";
  CHECK(first_impossible_date(text + std::string(1'000'000, '1')).empty());
}
