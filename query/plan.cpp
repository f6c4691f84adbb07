#include "query/plan.hpp"

#include <algorithm>
#include <set>

#include "bytes/utf8.hpp"
#include "dict/letters.hpp"
#include "dict/ngrams.hpp"
#include "query/confirmed_records.hpp"
#include "query/stored_document.hpp"
#include "query/terms.hpp"
#include "query/xapian_errors.hpp"

namespace chiho {

namespace {

using Xapian::Query;

// What each kind of term adds to a rank, beside a word's 1: an earlier prototype's, on the retrieval set `eval` scores.
constexpr double bigram_weight = 0.2;
constexpr double compound_weight = 0.2;
// A reading's word or a synonym counts less than the word itself.
constexpr double other_name_weight = 0.6;

Query any_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query all_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_AND, queries.begin(), queries.end());
}

bool is_all_hiragana(std::string_view letters) {
  return std::ranges::all_of(letters_of(letters), is_hiragana);
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

// The pairs of letters of a text, but for those of hiragana alone: endings and particles.
Query bigrams_of(const std::string& text) {
  std::vector<Query> bigrams;
  for (const auto& letters : ngrams(text).bigrams) {
    if (bigrams.size() == most_weighed) break;
    if (!is_all_hiragana(letters)) bigrams.emplace_back(gram_term(letters));
  }
  return any_of(bigrams);
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

// A form as one name: what is certain, or the rarest of its bigrams. (For all of them together Xapian estimates that
// they stand nowhere, and gives no weight.)
Query name_of(const Form& form, const Xapian::Database& database) {
  std::vector<std::string> terms = form.terms;
  std::vector<std::string> grams;
  for (const auto& letters : ngrams(form.text).bigrams) grams.push_back(gram_term(letters));
  const auto rarest =
      std::ranges::min_element(grams, {}, [&](const auto& gram) { return database.get_termfreq(gram); });
  if (rarest != grams.end()) terms.push_back(*rarest);
  return any_term(terms);
}

// Several names for one thing weigh as one word would that stands wherever one of them does, so that a name that is
// rarer, or of more parts, does not outrank the one that was asked for. Not OP_MAX: under OP_AND_MAYBE Xapian 1.4.22
// reads freed memory for it.
void rank_word(std::vector<RankPart>& parts, const Word& word, const Xapian::Database& database) {
  if (word.forms.size() == 1) return rank_form(parts, word.text, word.forms.front(), 1);
  std::vector<Query> names;
  for (const Form& form : word.forms) names.push_back(name_of(form, database));
  rank_form(parts, word.text, word.forms.front(), 1 - other_name_weight);
  const Query any_name(Query::OP_SYNONYM, names.begin(), names.end());
  add_part(parts, RankKind::other_names, word.text, other_name_weight, any_name);
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

void rank_unit(std::vector<RankPart>& parts, const Unit& unit, const Xapian::Database& database) {
  for (const Word& word : unit.words) rank_word(parts, word, database);
  for (const Form& form : unit.whole)
    if (form.kind != FormKind::itself)
      add_part(parts, RankKind::other_names, form.text, other_name_weight, name_of(form, database));
  add_part(parts, RankKind::bigrams, unit.text, bigram_weight, bigrams_of(folded(unit.text)));
}

}  // namespace

Xapian::BM25PlusWeight weighting() {
  return {0.5, 0, 1, 0.7, 0.2, 1};
}

Query Planner::literal_match(const Form& form, std::optional<Field> field) {
  const std::string& letters = form.text;
  const Ngrams grams = ngrams(letters);
  const bool one_gram = !form.apart && grams.unigrams.size() <= 2 && grams.bigrams.size() + 1 >= grams.unigrams.size();
  if (grams.unigrams.empty()) return Query::MatchNothing;
  if (!field && one_gram) return Query(gram_term(grams.bigrams.empty() ? grams.unigrams[0] : grams.bigrams[0]));

  const auto [found, fresh] = confirmed_.try_emplace({letters, form.apart, field, form.terms});
  if (!fresh) return found->second;
  std::set<std::string> terms;
  for (const auto& gram : grams.bigrams.empty() ? grams.unigrams : grams.bigrams) terms.insert(gram_term(gram));
  Query candidates(Query::OP_AND, terms.begin(), terms.end());
  if (!field && !form.terms.empty()) candidates = Query(Query::OP_AND_NOT, candidates, any_term(form.terms));

  const Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(candidates);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> docids;
  for (auto hit = set.begin(); hit != set.end(); ++hit) {
    const std::string data = hit.get_document().get_data();
    const StoredDocument document(data);
    if (form.apart ? document.holds_apart(letters, field) : document.holds(letters, field)) docids.push_back(*hit);
  }
  std::ranges::sort(docids);
  if (!docids.empty()) found->second = Query((new ConfirmedRecords(std::move(docids)))->release());
  return found->second;
}

Query Planner::form_match(const Form& form, std::optional<Field> field) {
  std::vector<Query> ways;
  if (!field) ways.push_back(any_term(form.terms));
  if (form.literal || field) ways.push_back(literal_match(form, field));
  return any_of(ways);
}

Query Planner::word_match(const Word& word, std::optional<Field> field) {
  std::vector<Query> ways;
  for (const Form& form : word.forms) ways.push_back(form_match(form, field));
  std::vector<Query> parts;
  for (const Form& part : word.parts) parts.push_back(form_match(part, field));
  ways.push_back(all_of(parts));
  return any_of(ways);
}

Query Planner::unit_match(const Unit& unit) {
  std::vector<Query> words;
  for (const Word& word : unit.words) words.push_back(word_match(word, unit.field));
  std::vector<Query> ways{all_of(words)};
  for (const Form& form : unit.whole) ways.push_back(form_match(form, unit.field));
  return any_of(ways);
}

Plan Planner::plan(const std::vector<UnitClause>& clauses) {
  return with_xapian(index_.where(), [&] {
    std::vector<Query> all;
    std::vector<Query> any;
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
        for (const Word& word : unit.words) any.push_back(word_match(word, unit.field));
        any.push_back(match);
        std::ranges::move(parts_of(unit), std::back_inserter(some));
        rank_unit(rank, unit, index_.database());
      }
      if (!units.empty()) all.push_back(any_of(units));
    }
    return Plan{!all.empty(), all_of(all), any_of(any), any_of(some), any_of(exclude), std::move(rank)};
  });
}

bool Planner::stands(const Form& form) {
  return with_xapian(index_.where(), [&] {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(form_match(form, std::nullopt));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
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
