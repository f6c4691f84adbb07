#include "query/search/plan.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <span>
#include <utility>

#include "bytes/find_letters.hpp"
#include "bytes/utf8.hpp"
#include "dict/letters.hpp"
#include "dict/ngrams.hpp"
#include "query/index/stored_document.hpp"
#include "query/index/terms.hpp"
#include "query/index/xapian_errors.hpp"
#include "query/search/literal_records.hpp"

namespace chiho {

namespace {

using Xapian::Query;

// What each kind of term adds to a rank, beside a word's 1: an earlier prototype's, on the retrieval set `eval` scores.
constexpr double compound_weight = 0.2;
// A word of which only the letters stand in a record, inside other words: enough to come before what has not even them,
// for the rest is told by the text.
constexpr double inside_weight = 0.05;
// A reading's word or a synonym counts less than the word itself.
constexpr double other_name_weight = 0.6;

Query any_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query all_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_AND, queries.begin(), queries.end());
}

Query any_term(const std::vector<std::string>& terms) {
  return terms.empty() ? Query::MatchNothing : Query(Query::OP_OR, terms.begin(), terms.end());
}

void add_part(std::vector<RankPart>& parts, RankKind kind, const std::string& word, double weight, const Query& query) {
  if (!query.empty()) parts.push_back({kind, word, Query(weight, query)});
}

// How many terms of one kind weigh a form: what is longer is no word that someone typed.
constexpr std::size_t most_weighed = 64;

Query any_of_first(std::vector<Query> terms) {
  terms.resize(std::min(terms.size(), most_weighed));
  return any_of(terms);
}

// The words and compounds of a form, each counted as often as it stands there.
void rank_form(std::vector<RankPart>& parts, const std::string& word, const Form& form, double weight) {
  std::vector<Query> words;
  for (const Token& token : form.analysis.tokens)
    if (token.content) words.emplace_back(word_term(token.term));
  std::vector<Query> compounds;
  for (const Compound& compound : form.analysis.compounds) compounds.emplace_back(compound_term(compound.term));
  add_part(parts, RankKind::words, word, weight, any_of_first(std::move(words)));
  add_part(parts, RankKind::compounds, word, weight * compound_weight, any_of_first(std::move(compounds)));
}

// The words that the compounds of a unit are made of, those of one letter apart. None of what is sought as it stands.
std::vector<Query> parts_of(const Unit& unit) {
  std::vector<Query> parts;
  if (unit.phrase || unit.field) return parts;
  for (const Word& word : unit.words) {
    const Analysis& analysis = word.forms.front().analysis;
    for (const Compound& compound : analysis.compounds)
      for (std::uint32_t i = compound.first; i <= compound.last; ++i)
        if (const Token& token = analysis.tokens[i]; token.content && letter_count(token.term) > 1)
          parts.emplace_back(word_term(token.term));
  }
  return parts;
}

Literals joined(Literals some, const Literals& others) {
  some.insert(some.end(), others.begin(), others.end());
  return some;
}

// Kana that stand inside other words tell nothing.
bool is_weightless(const Form& literal) {
  return std::ranges::all_of(letters_of(literal.text), is_hiragana);
}

// Records with all of these letters that none of the terms says already.
Query letters_query(const std::set<std::string>& letters, const std::vector<std::string>& terms) {
  std::vector<Query> all;
  for (const auto& some : letters) all.emplace_back(letters_term(some));
  const Query records = all_of(all);
  return terms.empty() ? records : Query(Query::OP_AND_NOT, records, any_term(terms));
}

// Ascending both.
void remove(std::vector<Xapian::docid>& records, Xapian::PostingIterator term, const Xapian::PostingIterator& end) {
  std::erase_if(records, [&](Xapian::docid record) {
    if (term != end) term.skip_to(record);
    return term != end && *term == record;
  });
}

}  // namespace

Xapian::BM25PlusWeight weighting() {
  return {0.5, 0, 1, 0.7, 0.2, 1};
}

// Those that one of a form's terms says are left out: no need to look.
LiteralRecords Planner::look_up(const Form& form, std::optional<Field> field) const {
  const Ngrams grams = ngrams(form.text);
  const auto& sought = grams.bigrams.empty() ? grams.unigrams : grams.bigrams;
  if (sought.empty()) return LiteralRecords({});
  const std::set<std::string> distinct(sought.begin(), sought.end());
  Query by_terms;
  if (index_.shards().served()) by_terms = letters_query(distinct, field ? std::vector<std::string>() : form.terms);
  std::vector<Xapian::docid> records = index_.letters().records_with_all({distinct.begin(), distinct.end()});
  const Xapian::Database& database = index_.database();
  if (!field)
    for (const auto& term : form.terms) remove(records, database.postlist_begin(term), database.postlist_end(term));
  const DocumentStore& documents = index_.documents();
  if (form.apart)
    return LiteralRecords(
        std::move(records),
        [&documents, text = form.text, field](Xapian::docid id) {
          return documents.document(id)->holds_apart(text, field);
        },
        by_terms);
  if (field)
    return LiteralRecords(
        std::move(records),
        [&documents, text = form.text, field](Xapian::docid id) { return documents.document(id)->holds(text, field); },
        by_terms);
  if (sought.size() == 1 && grams.unigrams.size() <= 2) return LiteralRecords(std::move(records), nullptr, by_terms);
  return LiteralRecords(
      std::move(records),
      [&documents, text = form.text](Xapian::docid id) {
        return find_letters(documents.text(id), text) != std::string::npos;
      },
      by_terms);
}

std::shared_ptr<const LiteralRecords> Planner::literal_records(const Form& form, std::optional<Field> field) {
  std::tuple key(form.text, form.apart, field, form.terms);
  if (const auto known = looked_up_.find(key); known != looked_up_.end()) return known->second;
  LiteralRecords records = look_up(form, field);
  const bool look = index_.shards().served() && !records.certain();
  auto made = look ? looked_at(records) : std::make_shared<const LiteralRecords>(std::move(records));
  return looked_up_.emplace(std::move(key), std::move(made)).first->second;
}

// A server cannot come back to ask: all texts are looked into beforehand, fetched many at a time.
std::shared_ptr<const LiteralRecords> Planner::looked_at(const LiteralRecords& records) const {
  std::vector<Xapian::docid> held;
  for (std::span<const Xapian::docid> rest(records.candidates()); !rest.empty();) {
    const auto some = rest.first(std::min(rest.size(), DocumentStore::most_fetched));
    rest = rest.subspan(some.size());
    index_.documents().fetch(some);
    std::ranges::copy_if(some, std::back_inserter(held), [&](Xapian::docid id) { return records.holds(id); });
  }
  return std::make_shared<const LiteralRecords>(
      records.candidates(), [held = std::move(held)](Xapian::docid id) { return std::ranges::binary_search(held, id); },
      records.candidates_by_terms());
}

void Planner::add_ways(Ways& ways, const Form& form, std::optional<Field> field) {
  if (!field && !form.terms.empty()) ways.terms.push_back(any_term(form.terms));
  if (!form.literal && !field) return;
  auto records = literal_records(form, field);
  if (records->candidates().empty()) return;
  (!records->certain() && is_weightless(form) ? ways.weightless : ways.literals).push_back(std::move(records));
}

// All letters together, for of one text the first that holds is enough; but a server is asked by terms for what is
// certain.
Query Planner::any_way(const Ways& ways) const {
  std::vector<Query> all = ways.terms;
  const Literals literals = joined(ways.literals, ways.weightless);
  if (index_.shards().served())
    for (const auto& some : literals) all.push_back(literal_query(index_.shards(), some));
  else if (!literals.empty())
    all.push_back(literal_query(index_.shards(), any_of(literals)));
  return any_of(all);
}

Query Planner::form_match(const Form& form, std::optional<Field> field) {
  Ways ways;
  add_ways(ways, form, field);
  return any_way(ways);
}

void Planner::add_ways(Ways& ways, const Word& word, std::optional<Field> field) {
  for (const Form& form : word.forms) add_ways(ways, form, field);
  std::vector<Query> parts;
  for (const Form& part : word.parts) parts.push_back(form_match(part, field));
  if (!parts.empty()) ways.terms.push_back(all_of(parts));
}

Query Planner::word_match(const Word& word, std::optional<Field> field) {
  Ways ways;
  add_ways(ways, word, field);
  return any_way(ways);
}

Query Planner::unit_match(const Unit& unit) {
  std::vector<Query> words;
  for (const Word& word : unit.words) words.push_back(word_match(word, unit.field));
  std::vector<Query> ways{all_of(words)};
  for (const Form& form : unit.whole) ways.push_back(form_match(form, unit.field));
  return any_of(ways);
}

// Of several ways in which a word is written, those that are no term where they stand; that all pairs of their letters
// do is enough for a weight.
std::shared_ptr<const LiteralRecords> Planner::records_inside(const std::vector<Form>& forms,
                                                              std::optional<Field> field) {
  Literals all;
  for (const Form& form : forms)
    if ((form.literal || field) && !is_weightless(form)) all.push_back(literal_records(form, field));
  return any_of(std::move(all));
}

// Several names for one thing weigh as one word would that stands wherever one of them does, so that a name that is
// rarer, or of more parts, does not outrank the one that was asked for. Not OP_MAX: under OP_AND_MAYBE Xapian 1.4.22
// reads freed memory for it.
void Planner::rank_word(std::vector<RankPart>& parts, const Word& word, std::optional<Field> field) {
  const Form& itself = word.forms.front();
  rank_form(parts, word.text, itself, word.forms.size() == 1 ? 1 : 1 - other_name_weight);
  if (word.forms.size() > 1) {
    std::vector<Query> names;
    for (const Form& form : word.forms) names.push_back(any_term(form.terms));
    const Query any_name(Query::OP_SYNONYM, names.begin(), names.end());
    add_part(parts, RankKind::other_names, word.text, other_name_weight, any_name);
  }
  const auto inside = records_inside(word.forms, field);
  if (inside->candidates().empty()) return;
  const auto records = static_cast<double>(inside->candidates().size());
  const double rarity = std::log((index_.database().get_doccount() + 1.0) / records);
  parts.push_back({RankKind::inside, word.text, candidates_query(index_.shards(), inside, inside_weight * rarity)});
}

void Planner::rank_unit(std::vector<RankPart>& parts, const Unit& unit) {
  for (const Word& word : unit.words) rank_word(parts, word, unit.field);
  for (const Form& form : unit.whole)
    if (form.kind != FormKind::itself)
      add_part(parts, RankKind::other_names, form.text, other_name_weight, any_term(form.terms));
}

Plan Planner::plan(const std::vector<UnitClause>& clauses) {
  return with_xapian(index_.where(), [&] {
    std::vector<Query> all;
    Ways any;
    std::vector<Query> some;
    std::vector<Query> exclude;
    std::vector<RankPart> rank;
    for (const UnitClause& clause : clauses) {
      std::vector<Query> units;
      for (const Unit& unit : clause) {
        const Query match = unit_match(unit);
        if (unit.exclude) {
          exclude.push_back(match);
          continue;
        }
        units.push_back(match);
        for (const Word& word : unit.words) add_ways(any, word, unit.field);
        for (const Form& form : unit.whole) add_ways(any, form, unit.field);
        std::ranges::move(parts_of(unit), std::back_inserter(some));
        rank_unit(rank, unit);
      }
      if (!units.empty()) all.push_back(any_of(units));
    }
    Plan plan{!all.empty(), all_of(all), {}, {}, any_of(some), any_of(exclude), std::move(rank)};
    plan.any = any_way(any);
    if (!std::exchange(any.weightless, {}).empty()) plan.weighed = any_way(any);
    return plan;
  });
}

bool Planner::stands(const Form& form) {
  return with_xapian(index_.where(), [&] {
    const auto is_there = [&](const std::string& term) { return index_.shards().frequency(term) > 0; };
    return std::ranges::any_of(form.terms, is_there) || (form.literal && literal_records(form, std::nullopt)->any());
  });
}

Xapian::doccount Planner::count(const Form& form) {
  return with_xapian(index_.where(), [&] {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(form_match(form, std::nullopt));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, index_.database().get_doccount()).get_matches_lower_bound();
  });
}

}  // namespace chiho
