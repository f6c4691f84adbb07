// The state of a page: what its address asks for, and the address of what it asks for. Every state has one.
#pragma once

#include <optional>
#include <string>

#include "query/search/searcher.hpp"
#include "query/web/target.hpp"

namespace chiho::web {

inline constexpr std::size_t longest_query = 500;  // letters
inline constexpr std::uint32_t most_hits = 100;

struct PageRequest {
  Request request;
  std::optional<Lang> lang;  // as lang= says

  [[nodiscard]] Lang language(Lang otherwise) const { return lang.value_or(otherwise); }
};

// A parameter that is given twice counts once, the first; facets repeat; an unknown one is ignored. Throws Error usage
// for a value that cannot be; what `page` has by then, language and words first, is for the page that says so.
void read_request(const Parameters& parameters, PageRequest& page);
inline PageRequest page_request(const Parameters& parameters) {
  PageRequest page;
  read_request(parameters, page);
  return page;
}

// Only what differs from the usual, in one order: equal states have equal addresses.
Parameters parameters_of(const PageRequest& page);

// Of a link beside the search, which keeps nothing but the language.
Parameters only_language(const PageRequest& page);

}  // namespace chiho::web
