// How matches are ordered: what adds to a record's weight, and the tiers that stand above all weights.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/index/metadata.hpp"
#include "query/search/matches.hpp"
#include "query/search/plan.hpp"

namespace chiho {

// A contact leads only for its own name or number: what is named so comes a tier above the rest, other contacts a tier
// below. More than any sum of weights.
inline constexpr double tier = 100000;
// A re-ranked weight may lie a little below that of its tier.
double tier_of(double weight);

// What is asked, as far as it decides the order.
struct RankingRequest {
  std::string query;
  std::vector<std::string> words;    // shown
  const std::vector<Sought>* named;  // what a contact may be called; null: nothing
  bool wish = false;                 // 〜したい
};

class Ranking {
 public:
  Ranking() = default;
  Ranking(const RankingRequest& request, std::vector<RankPart> parts, const Metadata& metadata);

  // Everything together.
  [[nodiscard]] Xapian::Query query() const;
  // What adds to the score, each by itself.
  [[nodiscard]] const std::vector<RankPart>& parts() const { return parts_; }

 private:
  std::vector<RankPart> parts_;
  Xapian::Query tiers_;
};

}  // namespace chiho
