#include "query/search/explainer.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "query/search/literal_records.hpp"

namespace chiho {

namespace {

constexpr std::array<const char*, 5> form_kinds{"itself", "reading", "synonym", "spelling", "part"};
constexpr std::array<const char*, 6> rank_kinds{"words", "compounds", "inside", "other_names", "scheme", "wish"};

ExplainedForm explain(const Form& form, Planner& planner) {
  return {form.text, form_kinds[static_cast<std::size_t>(form.kind)], planner.count(form)};
}

ExplainedWord explain(const Word& word, Planner& planner) {
  ExplainedWord explained;
  explained.text = word.text;
  const Analysis& analysis = word.forms.front().analysis;
  for (const Token& token : analysis.tokens) {
    explained.cut.push_back(analysis.folded.text.substr(token.offset, token.length));
    explained.reading += token.reading;
  }
  if (std::ranges::any_of(analysis.tokens, [](const Token& token) { return token.reading.empty(); }))
    explained.reading.clear();
  for (const Form& form : word.forms) explained.forms.push_back(explain(form, planner));
  for (const Form& part : word.parts) explained.forms.push_back(explain(part, planner));
  return explained;
}

UnitKind kind_of(const Unit& unit) {
  if (unit.exclude) return UnitKind::excluded;
  if (unit.phrase) return UnitKind::phrase;
  const auto is_itself = [](const Form& form) { return form.kind == FormKind::itself; };
  return unit.words.size() > 1 || std::ranges::any_of(unit.whole, is_itself) ? UnitKind::sentence : UnitKind::words;
}

}  // namespace

std::vector<ExplainedUnit> explain_query(const std::vector<UnitClause>& clauses, Planner& planner) {
  std::vector<ExplainedUnit> explained;
  for (const UnitClause& clause : clauses)
    for (const Unit& unit : clause) {
      ExplainedUnit one{unit.text, kind_of(unit), unit.wish, {}, {}};
      for (const Word& word : unit.words) one.words.push_back(explain(word, planner));
      for (const Form& form : unit.whole)
        if (form.kind != FormKind::itself) one.whole.push_back(explain(form, planner));
      explained.push_back(std::move(one));
    }
  return explained;
}

std::vector<std::vector<ScorePart>> explain_weights(const Shards& shards, const std::vector<Xapian::docid>& records,
                                                    const std::vector<RankPart>& parts) {
  std::vector<std::vector<ScorePart>> explained(records.size());
  std::vector<Xapian::docid> ascending = records;
  std::ranges::sort(ascending);
  std::map<Xapian::docid, std::size_t> places;
  for (std::size_t i = 0; i < records.size(); ++i) places[records[i]] = i;
  Xapian::Enquire enquire(shards.all());
  enquire.set_weighting_scheme(weighting());
  for (const RankPart& part : parts) {
    const Xapian::Query shown = known_query(shards, ascending);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND_MAYBE, shown, part.query));
    const Xapian::MSet set = enquire.get_mset(0, shards.all().get_doccount(), shards.all().get_doccount());
    for (auto hit = set.begin(); hit != set.end(); ++hit)
      if (hit.get_weight() != 0)
        explained[places.at(*hit)].push_back(
            {rank_kinds[static_cast<std::size_t>(part.kind)], part.word, hit.get_weight(), {}, {}});
  }
  return explained;
}

std::vector<ScorePart> explain_signals(const Signals& signals) {
  std::vector<ScorePart> parts;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    const auto [name, weight] = signal_weight(i);
    if (signals[i] != 0) parts.push_back({std::string(name), "", signals[i] * weight, signals[i], weight});
  }
  return parts;
}

}  // namespace chiho
