#include "query/search/filters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/nearest.hpp"
#include "dict/dates.hpp"
#include "dict/normalize.hpp"
#include "error/error.hpp"
#include "query/index/terms.hpp"
#include "query/index/xapian_errors.hpp"
#include "query/search/facet_counts.hpp"
#include "query/search/filter_error.hpp"

namespace chiho {

namespace {

using Xapian::Query;

// Every value of a facet that stands in these records.
std::map<std::string, std::uint64_t> indexed_values(const Index& index, Field facet, const Query& records) {
  const auto position = static_cast<std::size_t>(std::ranges::find(facet_fields, facet) - facet_fields.begin());
  FacetSpies spies(index.metadata(), {position});
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(records);
  spies.attach(enquire);
  enquire.get_mset(0, 0, index.database().get_doccount());
  return spies.counts(position);
}

class Resolver {
 public:
  // `searched` lets through the records of the editions; none: all records.
  Resolver(const Index& index, const std::vector<const Edition*>& editions, std::optional<Query> searched)
      : index_(index), editions_(editions), searched_(std::move(searched)) {}

  // The controlled names that `typed` means: several where editions call one thing differently, and for part of a
  // need's wording.
  [[nodiscard]] std::vector<std::string> resolve(Field facet, const std::string& typed) const {
    const std::string key = name_key(typed);
    std::set<std::string> meant;
    if (stands(facet, typed)) meant.insert(typed);
    for (const Edition* edition : editions_) {
      const Names names = names_of(facet, *edition);
      if (const auto found = names.find(key); found != names.end()) meant.insert(found->second);
    }
    if (!meant.empty()) return {meant.begin(), meant.end()};
    const Names names = known_names(facet);
    if (const auto found = names.find(key); found != names.end()) return {found->second};
    if (facet == Field::need && !key.empty())
      for (const auto& [name, value] : names)
        if (name.find(key) != std::string::npos) meant.insert(value);
    if (meant.empty()) throw_unknown(facet, typed, names);
    return {meant.begin(), meant.end()};
  }

 private:
  using Names = std::map<std::string, std::string>;  // key of a name, alias or id -> controlled name

  // In the records that are searched: what only another edition calls so is unknown here.
  [[nodiscard]] bool stands(Field facet, const std::string& value) const {
    const std::string term = filter_term(facet, value);
    const bool known = index_.shards().frequency(term) > 0;
    if (!searched_ || !known) return known;
    Xapian::Enquire enquire(index_.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Query(Query::OP_AND, Query(term), *searched_));
    return !enquire.get_mset(0, 1).empty();
  }

  [[nodiscard]] Names known_names(Field facet) const {
    Names names;
    for (const auto& [value, count] : indexed_values(index_, facet, searched_.value_or(Query::MatchAll)))
      names.emplace(name_key(value), value);
    for (const Edition* edition : editions_) names.merge(names_of(facet, *edition));
    return names;
  }

  static Names names_of(Field facet, const Edition& edition) {
    Names names;
    const auto add = [&](const auto& items) {
      for (const auto& item : items) {
        names.emplace(name_key(item.name), item.name);
        for (const auto& alias : item.aliases) names.emplace(name_key(alias), item.name);
      }
    };
    const auto add_ids = [&](const auto& items, RecordType type) {
      for (const auto& item : items) {
        names.emplace(name_key(item.id), item.name);
        names.emplace(name_key(fmt::format("{}/{}/{}", edition.id, to_string(type), item.id)), item.name);
      }
    };
    if (facet == Field::office) {
      add(edition.offices);
      add_ids(edition.offices, RecordType::contact);
    }
    if (facet == Field::scheme) {
      add(edition.schemes);
      add_ids(edition.schemes, RecordType::scheme);
    }
    if (facet == Field::audience) add(edition.audiences);
    if (facet == Field::need) add(edition.needs);
    return names;
  }

  [[noreturn]] void throw_unknown(Field facet, const std::string& typed, const Names& names) const {
    if (index_.database().term_exists(filter_term(facet, typed)))
      throw FilterError(facet, FilterFault::of_another_edition, typed);
    std::vector<std::string> values;
    for (const auto& [key, value] : names)
      if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    throw FilterError(facet, FilterFault::unknown_name, typed, nearest(typed, values));
  }

  const Index& index_;
  const std::vector<const Edition*>& editions_;
  std::optional<Query> searched_;
};

Query any_value(Field field, const std::vector<std::string>& values) {
  std::vector<std::string> terms;
  for (const auto& value : values) terms.push_back(filter_term(field, value));
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query year_query(const std::string& typed, std::set<std::string>& selected) {
  const auto range = parse_year_range(folded(typed));
  if (!range) throw FilterError(Field::year, FilterFault::no_year, typed);
  std::vector<std::string> years;
  for (int year = range->first; year <= range->last; ++year) years.push_back(std::to_string(year));
  if (!range->fiscal) selected.insert(years.begin(), years.end());
  return any_value(range->fiscal ? Field::fiscal_year : Field::year, years);
}

Query type_query(const std::string& typed, std::set<std::string>& selected) {
  const auto type = record_type_of(typed);
  if (!type) {
    std::vector<std::string> types;
    for (const RecordType each : record_types) types.emplace_back(to_string(each));
    throw FilterError(Field::type, FilterFault::no_type, typed, std::move(types));
  }
  selected.insert(typed);
  return any_value(Field::type, {typed});
}

Query value_query(const Resolver& resolver, Field facet, const std::string& typed, std::set<std::string>& selected) {
  if (facet == Field::year) return year_query(typed, selected);
  if (facet == Field::type) return type_query(typed, selected);
  const auto names = resolver.resolve(facet, typed);
  selected.insert(names.begin(), names.end());
  return any_value(facet, names);
}

Query facet_query(const Resolver& resolver, Field facet, const std::vector<FilterValue>& values,
                  std::set<std::string>& selected) {
  std::vector<Query> wanted;
  std::vector<Query> unwanted;
  std::set<std::string> excluded;
  for (const FilterValue& value : values)
    (value.exclude ? unwanted : wanted)
        .push_back(value_query(resolver, facet, value.value, value.exclude ? excluded : selected));
  Query query = wanted.empty() ? Query::MatchAll : Query(Query::OP_OR, wanted.begin(), wanted.end());
  if (!unwanted.empty()) query = Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
  return query;
}

// Plain documents answer whatever the edition.
std::optional<Query> edition_query(const Index& index, const std::vector<const Edition*>& editions,
                                   const std::string& id) {
  if (id == "all" || (id.empty() && editions.size() == index.metadata().editions.size())) return std::nullopt;
  std::vector<std::string> ids{""};
  for (const Edition* edition : editions) ids.push_back(edition->id);
  return any_value(Field::edition, ids);
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key = folded(name);
  std::erase(key, ' ');
  return key;
}

std::vector<const Edition*> chosen_editions(const Index& index, const std::string& id) {
  const Metadata& metadata = index.metadata();
  std::vector<const Edition*> chosen;
  const auto newest = metadata.newest_editions();
  for (const Edition& edition : metadata.editions)
    if (id == "all" || edition.id == id || (id.empty() && std::ranges::find(newest, edition.id) != newest.end()))
      chosen.push_back(&edition);
  if (!chosen.empty() || id.empty() || id == "all") return chosen;
  std::vector<std::string> ids;
  for (const Edition& edition : metadata.editions) ids.push_back(edition.id);
  throw FilterError(Field::edition, FilterFault::no_edition, id, std::move(ids));
}

FilterValue filter_value(const std::string& typed) {
  return typed.starts_with('!') ? FilterValue{typed.substr(1), true} : FilterValue{typed, false};
}

Filters resolve_filters(const Index& index, const FilterRequest& request, std::optional<int> page,
                        const std::string& edition) {
  return with_xapian(index.where(), [&] {
    Filters filters;
    filters.editions = chosen_editions(index, edition);
    filters.always = edition_query(index, filters.editions, edition);
    const Resolver resolver(index, filters.editions, filters.always);
    if (page) {
      const Query on_page(filter_term(Field::page, std::to_string(*page)));
      filters.always = filters.always ? Query(Query::OP_AND, *filters.always, on_page) : on_page;
    }
    for (const auto& [facet, values] : request)
      filters.by_facet[facet] = facet_query(resolver, facet, values, filters.selected[facet]);
    return filters;
  });
}

}  // namespace chiho
