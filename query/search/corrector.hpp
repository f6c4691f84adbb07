// What is searched when nothing is found for what was typed, and said so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/index/index.hpp"
#include "query/search/plan.hpp"
#include "query/search/words.hpp"

namespace chiho {

// The query with the parts of each word that was cut (parts.hpp) apart: 外務省見学 -> 外務省 見学. None if no word was.
std::optional<std::string> separated(const std::vector<UnitClause>& clauses);

// The query with each compound that stands nowhere, though the words that make up half of its letters do, replaced by
// those: スパイ疑惑 -> スパイ. A word and a letter are no compound here: 補助金 is not 補助. None if there is no such
// word.
std::optional<std::string> reduced(const std::vector<UnitClause>& clauses, Planner& planner);

// The query with each word that stands nowhere replaced by what it was probably meant to be. None if there is no such
// word or nothing near it.
std::optional<std::string> mend_slips(const std::vector<UnitClause>& clauses, Planner& planner, const Index& index);

}  // namespace chiho
