// The years of an event: as its labels date it, else by what is told of it.
#pragma once

#include <string>
#include <vector>

#include "dict/dates.hpp"

namespace chiho::brochure {

// "派遣期間 平成26年9月～平成28年9月"
Years years_of_dates(const std::vector<std::string>& dates);

// The 年度 that results are of: 「平成29年度は…9件を実施」, 「平成29年度実績10件」. Not 「平成20年度から開始」.
Years years_of_results(const std::vector<std::string>& paragraphs);

// Of a sentence that tells of one event: 「平成29年7月、第6回目として…実施しました。」
Years years_of_event(const std::vector<std::string>& paragraphs);

}  // namespace chiho::brochure
