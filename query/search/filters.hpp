// Filters: --office, --audience, --scheme, --year, --need, --type, --page, --edition, resolved to controlled names.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpus/schema.hpp"
#include "query/index/index.hpp"

namespace chiho {

struct FilterValue {
  std::string value;  // as typed, without the !
  bool exclude = false;

  bool operator==(const FilterValue&) const = default;
};

// As typed: by facet. "!X" is an exclusion.
using FilterRequest = std::map<Field, std::vector<FilterValue>>;
FilterValue filter_value(const std::string& typed);

// Names are compared folded and without spaces.
std::string name_key(std::string_view name);

struct Filters {
  std::map<Field, Xapian::Query> by_facet;          // what each facet in use lets through
  std::map<Field, std::set<std::string>> selected;  // the facet values asked for
  std::optional<Xapian::Query> always;              // page and edition
  std::vector<const Edition*> editions;             // the editions that can answer
};

// `id`: an edition's, "all", or empty for the newest of each series. Throws Error usage for an id that is none.
std::vector<const Edition*> chosen_editions(const Index& index, const std::string& id);

// Throws Error usage for a name that is none, with the nearest.
Filters resolve_filters(const Index& index, const FilterRequest& request, std::optional<int> page,
                        const std::string& edition);

}  // namespace chiho
