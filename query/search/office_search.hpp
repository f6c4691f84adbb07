// From what somebody typed to the offices that were meant.
#pragma once

#include <vector>

#include "query/index/index.hpp"
#include "query/search/directory.hpp"
#include "query/search/searcher.hpp"

namespace chiho {

// Of more offices than this only the numbers are wanted, not what each has charge of.
inline constexpr std::size_t offices_told_in_full = 3;

struct OfficesFound {
  std::vector<DirectoryEntry> entries;
  // The contact records of these offices, as a search for them would answer. Of no office: the names that may have been
  // meant, among its suggestions.
  Answer answer;
};

// `request.query` is a name or a part of it, a number or an address, in the editions that the request chooses; else
// what stands in the text of a contact record.
OfficesFound find_offices(const Searcher& searcher, const Index& index, const Analyzer& analyzer, Request request);

}  // namespace chiho
