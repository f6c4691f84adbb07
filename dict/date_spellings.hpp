// The ways in which one date is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// Of a whole text that is a date with its year: 2018年2月, 2018/1/25, 平成30年, H30.4.26, 平成29年度: the same with a
// Western year and with each era that may count it (2020年3月: 令和2年3月, and 平成32年3月 where a document was printed
// before the era ended). Folded; without the text itself. Empty for what is no date.
std::vector<std::string> date_spellings(std::string_view text);

}  // namespace chiho
