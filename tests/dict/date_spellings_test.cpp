#include "dict/date_spellings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace chiho {
namespace {

TEST_CASE("a date is known by its Western year and by its eras") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> examples{
      {"2018年2月", {"平成30年2月"}},
      {"2018/1/25", {"2018年1月25日", "平成30年1月25日"}},
      {"2018-01-25", {"2018年1月25日", "平成30年1月25日"}},
      {"平成30年4月26日", {"2018年4月26日"}},
      {"Ｈ30.4.26", {"2018年4月26日", "平成30年4月26日"}},
      {"平成29年度", {"2017年度"}},
      {"2019年", {"平成31年", "令和1年", "令和元年"}},
      {"令和元年5月", {"2019年5月", "平成31年5月", "令和1年5月"}},
      {"2020年3月", {"平成32年3月", "令和2年3月"}},
      {"平成32年3月", {"2020年3月", "令和2年3月"}},
      {"昭和63年", {"1988年"}},
      {"30年", {}},  // no era: a span of time
      {"2年間", {}},
      {"03-5501-8373", {}},
      {"2018", {}},
      {"水道", {}},
      {"", {}},
  };
  for (const auto& example : examples) {
    const auto& text = std::get<0>(example);
    const auto& spellings = std::get<1>(example);
    CAPTURE(text);
    CHECK(date_spellings(text) == spellings);
  }
}

}  // namespace
}  // namespace chiho
