// What is searched when nothing is found for what was typed, and said so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/index.hpp"
#include "query/plan.hpp"
#include "query/words.hpp"

namespace chiho {

// The query with each compound that stands nowhere cut into words that do: 外務省見学 -> 外務省 見学. A cut leaves no
// letter over, and no word of one letter (補助金 is not 補助 金). None if no word can be cut so.
std::optional<std::string> cut_compounds(const std::vector<UnitClause>& clauses, Planner& planner);

// The query with each word that stands nowhere replaced by what it was probably meant to be. None if there is no such
// word or nothing near it.
std::optional<std::string> mend_slips(const std::vector<UnitClause>& clauses, Planner& planner, const Index& index);

}  // namespace chiho
