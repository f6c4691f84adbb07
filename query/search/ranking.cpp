#include "query/search/ranking.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "query/index/terms.hpp"

namespace chiho {

namespace {

using Xapian::Query;

// Among records that the words tell no better apart than this, the scheme comes first: a case tells of its scheme.
constexpr double scheme_weight = 1;

// Whoever says 〜したい looks for a scheme; a case that tells of the same comes after it. Chosen among 2, 4 and 7 on
// the judged set for the brochure, so what that set says of wishes is not a test of it.
constexpr double wish_weight = 6;

// Words that ask for a contact, whatever else is said. Such words only.
constexpr std::array<std::string_view, 6> contact_words{"電話", "電話番号", "連絡先", "内線", "メール", "問い合わせ先"};

// A weight for the records with one of these terms.
Query heavier(const std::vector<std::string>& terms, double weight) {
  return {Query::OP_FILTER, Query((new Xapian::FixedWeightPostingSource(weight))->release()),
          Query(Query::OP_OR, terms.begin(), terms.end())};
}

bool asks_for_contact(const std::vector<std::string>& words) {
  return std::ranges::any_of(
      words, [](const std::string& word) { return std::ranges::find(contact_words, word) != contact_words.end(); });
}

Query tiers_for(const RankingRequest& request) {
  std::vector<std::string> named{contact_term(folded(request.query))};
  if (request.named != nullptr)
    for (const Sought& sought : *request.named)
      for (const Form* form : sought.forms) named.push_back(contact_term(form->text));
  if (request.named != nullptr && asks_for_contact(request.words)) return heavier(named, 2 * tier);
  std::vector<std::string> others;
  for (const auto type : {RecordType::scheme, RecordType::case_study, RecordType::page})
    others.push_back(filter_term(Field::type, to_string(type)));
  return {Query::OP_OR, heavier(named, 2 * tier), heavier(others, tier)};
}

}  // namespace

double tier_of(double weight) {
  return std::round(weight / tier);
}

Ranking::Ranking(const RankingRequest& request, std::vector<RankPart> parts, const Metadata& metadata)
    : parts_(std::move(parts)) {
  if (request.named != nullptr && !request.words.empty())
    parts_.push_back({request.wish ? RankKind::wish : RankKind::scheme, "",
                      heavier({filter_term(Field::type, to_string(RecordType::scheme))},
                              request.wish ? wish_weight : scheme_weight)});
  const bool contacts = metadata.records[static_cast<std::size_t>(RecordType::contact)] > 0;
  if (contacts && !request.words.empty()) tiers_ = tiers_for(request);
}

Query Ranking::query() const {
  std::vector<Query> all;
  for (const RankPart& part : parts_) all.push_back(part.query);
  if (!tiers_.empty()) all.push_back(tiers_);
  return {Query::OP_OR, all.begin(), all.end()};
}

}  // namespace chiho
