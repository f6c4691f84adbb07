// The parts of a compound that stands nowhere as one word.
#pragma once

#include <vector>

#include "query/search/plan.hpp"
#include "query/search/words.hpp"

namespace chiho {

// Gives each word that stands nowhere in the index, in none of its forms, the fewest parts that do, so that a record
// that holds them all is found: 外務省見学 by 外務省 and 見学. A part has two letters or more; letters between parts
// (設立当初時) may be left over, but never so that one part alone is left (補助金 is not 補助). Phrases, fields and
// exclusions stay as typed.
void cut_compounds(std::vector<UnitClause>& clauses, const WordMaker& maker, Planner& planner);

}  // namespace chiho
