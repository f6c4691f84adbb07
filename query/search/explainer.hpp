// Fills explanations from what a search has at hand.
#pragma once

#include <xapian.h>

#include <vector>

#include "query/index/shards.hpp"
#include "query/search/explanation.hpp"
#include "query/search/plan.hpp"
#include "query/search/rerank.hpp"
#include "query/search/words.hpp"

namespace chiho {

std::vector<ExplainedUnit> explain_query(const std::vector<UnitClause>& clauses, Planner& planner);

// What each part gives to each of these records, in their order; parts that give nothing are left out.
std::vector<std::vector<ScorePart>> explain_weights(const Shards& shards, const std::vector<Xapian::docid>& records,
                                                    const std::vector<RankPart>& parts);

std::vector<ScorePart> explain_signals(const Signals& signals);

}  // namespace chiho
