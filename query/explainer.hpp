// Fills explanations from what a search has at hand.
#pragma once

#include <xapian.h>

#include <vector>

#include "query/explanation.hpp"
#include "query/plan.hpp"
#include "query/rerank.hpp"
#include "query/shards.hpp"
#include "query/words.hpp"

namespace chiho {

std::vector<ExplainedUnit> explain_query(const std::vector<UnitClause>& clauses, Planner& planner);

// What each part gives to each of these records, in their order; parts that give nothing are left out.
std::vector<std::vector<ScorePart>> explain_weights(const Shards& shards, const std::vector<Xapian::docid>& records,
                                                    const std::vector<RankPart>& parts);

std::vector<ScorePart> explain_signals(const Signals& signals);

}  // namespace chiho
