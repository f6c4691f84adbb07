#include "query/search/searcher.hpp"

#include <algorithm>
#include <iterator>

#include "query/index/stored_document.hpp"
#include "query/index/terms.hpp"
#include "query/index/xapian_errors.hpp"
#include "query/search/contacts.hpp"
#include "query/search/corrector.hpp"
#include "query/search/explainer.hpp"
#include "query/search/facet_counts.hpp"
#include "query/search/matches.hpp"
#include "query/search/parts.hpp"
#include "query/search/places.hpp"
#include "query/search/plan.hpp"
#include "query/search/ranking.hpp"
#include "query/search/related.hpp"
#include "query/search/rerank.hpp"
#include "query/search/similar.hpp"
#include "query/search/snippet.hpp"

namespace chiho {

namespace {

using Xapian::Query;

[[noreturn]] void throw_mixed_alternatives() {
  throw Error(ErrorCode::usage,
              {"OR の一方だけを office: などの絞り込みにすることはできません。",
               "OR cannot join a word and a filter such as office:"},
              {"office: などは OR の外に置いてください。", "Put office: and the like outside of OR."});
}

FilterValue filter_of(const QueryTerm& term) {
  FilterValue value = filter_value(term.text);
  value.exclude |= term.exclude;
  return value;
}

// The clauses of a query that are filters in the manner of the options: office:X, -year:2017.
FilterRequest take_filters(std::vector<QueryClause>& clauses, FilterRequest filters) {
  const auto is_filter = [](const QueryTerm& term) { return term.field && *term.field != Field::title; };
  for (const QueryClause& clause : clauses) {
    const bool all = std::ranges::all_of(clause, is_filter);
    if (!all && std::ranges::any_of(clause, is_filter)) throw_mixed_alternatives();
    if (all)
      for (const QueryTerm& term : clause) filters[*term.field].push_back(filter_of(term));
  }
  std::erase_if(clauses, [&](const QueryClause& clause) { return is_filter(clause.front()); });
  return filters;
}

// What one search looks for.
struct Asked {
  Planner planner;
  std::vector<UnitClause> clauses;
  FilterRequest filters;
  std::optional<std::string> like;  // the id of a record that others are to be like
};

Asked asked_by(const Request& request, const Index& index, const Analyzer& analyzer, const Synonyms* synonyms) {
  auto clauses = parse_query(request.query);
  FilterRequest filters = take_filters(clauses, request.filters);
  Planner planner(index);
  const WordMaker maker(index, analyzer, synonyms, planner);
  std::vector<UnitClause> made = maker.make(clauses);
  cut_compounds(made, maker, planner);
  return {std::move(planner), std::move(made), std::move(filters), std::nullopt};
}

std::optional<Record> find_record(const Index& index, const std::string& id) {
  const Xapian::Database& database = index.database();
  const std::string term = filter_term(Field::id, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return index.documents().document(*posting)->record();
}

// One search under way.
class Search {
 public:
  Search(const Index& index, const Request& request, Asked&& asked)
      : index_(index),
        request_(request),
        planner_(std::move(asked.planner)),
        clauses_(std::move(asked.clauses)),
        like_(std::move(asked.like)),
        filters_(resolve_filters(index, asked.filters, request.page, request.edition)) {
    sought_ = sought_in(clauses_);
    plan_ = planner_.plan(clauses_);
    if (like_)
      plan_.exclude = Query(filter_term(Field::id, *like_));
    else
      reranker_ = Reranker(index, clauses_);
    answer_.query = request.query;
    answer_.offset = request.offset;
    answer_.missing_shards = index.missing();
    for (const Edition* edition : filters_.editions) answer_.editions.push_back(note_of(*edition));
  }

  // What to search when nothing was found. None where something was, or no better is known.
  std::optional<std::string> correction() {
    if (answer_.total > 0 || !plan_.has_words) return std::nullopt;
    if (auto cut = separated(clauses_)) return cut;
    if (auto mended = mend_slips(clauses_, planner_, index_)) return mended;
    return reduced(clauses_, planner_);
  }

  void run() {
    list_words();
    ranking_ =
        Ranking({request_.query, answer_.words, like_ ? nullptr : &sought_, is_wish()}, plan_.rank, index_.metadata());
    match_words();
    list_expansions();
    if (answer_.total > 0 && answer_.match == MatchMode::any && !like_)
      if (auto meant = mend_slips(clauses_, planner_, index_)) answer_.suggestions.push_back(*meant);
    if (request_.explain) answer_.explained = explain_query(clauses_, planner_);
  }

  Answer take_answer() { return std::move(answer_); }

 private:
  void list_words() {
    for (const UnitClause& clause : clauses_)
      for (const Unit& unit : clause)
        if (!unit.exclude)
          for (const Word& word : unit.words) answer_.words.push_back(word.text);
  }

  [[nodiscard]] bool is_wish() const {
    return std::ranges::any_of(clauses_, [](const UnitClause& clause) { return clause.front().wish; });
  }

  void match_words() {
    if (!plan_.has_words && !like_) return collect(Query::MatchAll);
    const bool any = request_.match == MatchMode::any;
    answer_.match = any ? MatchMode::any : MatchMode::all;
    collect(any ? plan_.any : plan_.all);
    if (request_.match != MatchMode::automatic) return;
    if (answer_.total > 0) {
      if (answer_.words.size() > 1) add_rest(plan_.weighed, plan_.any, plan_.all);
      return;
    }
    answer_.match = MatchMode::any;
    collect(plan_.any);
    if (answer_.total > 0) add_rest({}, plan_.some, plan_.any);
  }

  // The result proper: its total, its facets, and the hits of this page.
  void collect(const Query& match) {
    std::vector<std::size_t> unfiltered;
    for (std::size_t i = 0; i < facet_fields.size(); ++i)
      if ((answer_.filtered[i] = filters_.by_facet.contains(facet_fields[i])))
        answer_.facets[i] = facet_counts(count_without_own_filter(match, i), filters_.selected[facet_fields[i]]);
      else
        unfiltered.push_back(i);
    FacetSpies spies(index_.metadata(), unfiltered);
    const Cut cut{request_.offset, request_.limit, reranked_hits};
    const Found found = ordered(by_weight(filtered(match), cut, &spies), cut);
    for (const std::size_t i : unfiltered) answer_.facets[i] = facet_counts(spies.counts(i), {});
    answer_.total = found.total;
    add_hits(found, request_.offset, true);
  }

  std::map<std::string, std::uint64_t> count_without_own_filter(const Query& match, std::size_t facet) {
    FacetSpies spies(index_.metadata(), {facet});
    run_query(filtered(match, facet_fields[facet]), 0, 0, &spies);
    return spies.counts(facet);
  }

  // In auto, the page is filled with the best of those that match less: some of the words, or parts of compounds; what
  // is `shown` was found before. What weighs nothing is looked at only where the weighed are not enough.
  void add_rest(const std::optional<Query>& weighty, const Query& all, const Query& shown) {
    const auto wanted = request_.limit - std::min<std::uint64_t>(request_.limit, answer_.hits.size());
    if (wanted == 0) return;
    const auto past = request_.offset > answer_.total ? request_.offset - answer_.total : 0;
    const Cut cut{static_cast<Xapian::doccount>(past), static_cast<Xapian::doccount>(wanted), reranked_rest};
    const auto rest = [&](const Query& match) {
      return by_weight(filtered(Query(Query::OP_AND_NOT, match, shown)), cut, nullptr);
    };
    Found found = weighty ? rest(*weighty) : Found{};
    if (found.total < std::max(cut.depth, cut.end())) found = rest(all);
    add_hits(ordered(std::move(found), cut), std::max<std::uint64_t>(answer_.total, request_.offset), false);
  }

  Query filtered(const Query& match, std::optional<Field> except = std::nullopt) const {
    Query query = match;
    for (const auto& [facet, filter] : filters_.by_facet)
      if (facet != except) query = Query(Query::OP_FILTER, query, filter);
    if (filters_.always) query = Query(Query::OP_FILTER, query, *filters_.always);
    return plan_.exclude.empty() ? query : Query(Query::OP_AND_NOT, query, plan_.exclude);
  }

  Xapian::MSet run_query(const Query& match, Xapian::doccount first, Xapian::doccount count, FacetSpies* spies) const {
    Xapian::Enquire enquire(index_.database());
    enquire.set_weighting_scheme(weighting());
    enquire.set_query(Query(Query::OP_AND_MAYBE, Query(0.0, match), ranking_.query()));
    if (request_.sort == SortOrder::page) enquire.set_sort_by_value_then_relevance(info(Field::page).sort_slot, false);
    if (request_.sort == SortOrder::year) enquire.set_sort_by_value_then_relevance(info(Field::year).sort_slot, true);
    if (spies != nullptr) spies->attach(enquire);
    // Every match is looked at: counts are exact only so, and Xapian 1.4.22 may lose a record where it is let to skip
    // some (AND_MAYBE that decays to AND while its right side is ahead).
    return enquire.get_mset(first, count, index_.database().get_doccount());
  }

  [[nodiscard]] bool is_anew(const Cut& cut) const {
    return request_.sort == SortOrder::relevance && reranker_.has_words() && cut.first < cut.depth && cut.count > 0;
  }

  // All that the order of a cut depends on, by weight.
  Found by_weight(const Query& match, const Cut& cut, FacetSpies* spies) const {
    const bool anew = is_anew(cut);
    const Xapian::doccount first = anew ? 0 : cut.first;
    const Xapian::doccount end = anew ? std::max(cut.depth, cut.end()) : cut.end();
    const bool whole = !index_.order().as_numbered() && first < end;
    const Xapian::MSet set = whole ? run_with_equals(match, end, spies) : run_query(match, first, end - first, spies);
    Found found{set.get_matches_lower_bound(), places_of(set, index_.order(), request_.sort == SortOrder::relevance)};
    if (!whole) return found;
    keep(found.places, first, end - first);
    return found;
  }

  // Xapian numbers the records of shards in turn, so the equals of the last of a cut have to be there, to be put in
  // their order.
  [[nodiscard]] Xapian::MSet run_with_equals(const Query& match, Xapian::doccount end, FacetSpies* spies) const {
    Xapian::MSet set = run_query(match, 0, end + 1, spies);
    if (set.size() <= end || !are_equals(set[end - 1], set[end])) return set;
    return run_query(match, 0, index_.database().get_doccount(), nullptr);
  }

  // A cut in the order in which it is shown: the first of all by their texts.
  [[nodiscard]] Found ordered(Found found, const Cut& cut) const {
    if (!is_anew(cut)) return found;
    rank_anew(found.places, cut.depth);
    keep(found.places, cut.first, cut.count);
    return found;
  }

  void fetch(const std::vector<Place>& places, std::size_t count) const {
    std::vector<Xapian::docid> records;
    for (const Place& place : places)
      if (records.size() < std::min(count, DocumentStore::most_fetched)) records.push_back(place.docid);
    index_.documents().fetch(records);
  }

  // Within a tier the text decides.
  void rank_anew(std::vector<Place>& places, Xapian::doccount depth) const {
    const auto end = places.begin() + std::min<std::ptrdiff_t>(depth, std::ssize(places));
    fetch(places, static_cast<std::size_t>(end - places.begin()));
    for (auto place = places.begin(); place != end; ++place) {
      place->signals = reranker_.measure(*index_.documents().document(place->docid));
      place->weight += Reranker::score(*place->signals);
    }
    std::sort(places.begin(), end, comes_before);
  }

  void add_hits(const Found& found, std::uint64_t before, bool matched_all) {
    fetch(found.places, found.places.size());
    for (const Place& place : found.places) {
      Hit hit;
      hit.rank = ++before;
      hit.score = rounded(place.weight - tier_of(place.weight) * tier);
      hit.matched_all = matched_all && answer_.match == MatchMode::all;
      complete(hit, *index_.documents().document(place.docid));
      answer_.hits.push_back(std::move(hit));
    }
    if (request_.explain) explain(found.places);
  }

  // The last hits are of these places.
  void explain(const std::vector<Place>& places) {
    std::vector<Xapian::docid> records;
    for (const Place& place : places) records.push_back(place.docid);
    auto parts = explain_weights(index_.shards(), records, ranking_.parts());
    auto hit = answer_.hits.end() - std::ssize(places);
    for (std::size_t i = 0; i < places.size(); ++i, ++hit) {
      if (places[i].signals) std::ranges::move(explain_signals(*places[i].signals), std::back_inserter(parts[i]));
      hit->explained = HitExplanation{static_cast<int>(tier_of(places[i].weight)), std::move(parts[i])};
    }
  }

  void complete(Hit& hit, const StoredDocument& document) {
    hit.record = document.record();
    const auto matched = find_matches(hit.record, document, sought_);
    hit.snippet = make_snippet(matched, sought_.size());
    note_expansions(matched);
    hit.contacts = contacts_of(index_.metadata(), hit.record);
    hit.related = related_to(index_, hit.record);
  }

  void note_expansions(const std::vector<MatchedPassage>& passages) {
    for (const MatchedPassage& passage : passages)
      for (const Match& match : passage.matches)
        if (!match.found_as.empty()) note_expansion(sought_[match.word].shown, match.found_as);
  }

  void note_expansion(const std::string& word, const std::string& as) {
    if (word == as) return;
    auto found = std::ranges::find(answer_.expanded, word, &Expansion::word);
    if (found == answer_.expanded.end()) found = answer_.expanded.insert(answer_.expanded.end(), Expansion{word, {}});
    if (std::ranges::find(found->as, as) == found->as.end()) found->as.push_back(as);
  }

  // Other names of a word that stand somewhere, though not in the hits of this page.
  void list_expansions() {
    for (const Sought& sought : sought_)
      for (const Form* form : sought.forms)
        if (form->kind != FormKind::itself && planner_.stands(*form)) note_expansion(sought.shown, form->text);
  }

  const Index& index_;
  const Request& request_;
  Planner planner_;
  std::vector<UnitClause> clauses_;
  std::optional<std::string> like_;
  Filters filters_;
  std::vector<Sought> sought_;
  Plan plan_;
  Ranking ranking_;
  Reranker reranker_;
  Answer answer_;
};

}  // namespace

Searcher::Searcher(const Index& index, const Analyzer& analyzer, const Synonyms* synonyms)
    : index_(index), analyzer_(analyzer), synonyms_(synonyms) {
  index.require(analyzer);
}

Answer Searcher::search(const Request& request) const {
  return with_xapian(index_.where(), [&] {
    const auto begun = [&](const Request& wanted) {
      return Search(index_, wanted, asked_by(wanted, index_, analyzer_, synonyms_));
    };
    Search search = begun(request);
    search.run();
    const auto correction = search.correction();
    if (!correction) return search.take_answer();
    Request corrected = request;
    corrected.query = *correction;
    Search again = begun(corrected);
    again.run();
    Answer answer = again.take_answer();
    if (answer.total == 0) return search.take_answer();
    answer.query = request.query;
    answer.corrected = correction;
    return answer;
  });
}

std::optional<Answer> Searcher::similar(const std::string& id, const Request& request) const {
  return with_xapian(index_.where(), [&]() -> std::optional<Answer> {
    const auto record = find_record(index_, id);
    if (!record) return std::nullopt;
    Request wanted = request;
    wanted.query = id;
    wanted.match = MatchMode::any;
    Search search(index_, wanted,
                  {Planner(index_), best_words(*record, index_.shards(), analyzer_), request.filters, id});
    search.run();
    return search.take_answer();
  });
}

std::optional<Hit> Searcher::find(const std::string& id) const {
  return with_xapian(index_.where(), [&]() -> std::optional<Hit> {
    auto record = find_record(index_, id);
    if (!record) return std::nullopt;
    Hit hit;
    hit.record = *std::move(record);
    hit.contacts = contacts_of(index_.metadata(), hit.record);
    hit.related = related_to(index_, hit.record);
    return hit;
  });
}

}  // namespace chiho
