// What the records of an index say of offices.
#pragma once

#include <vector>

#include "query/search/directory.hpp"
#include "query/search/searcher.hpp"

namespace chiho {

// Of contact records that are of no edition, or that only their text finds.
std::vector<DirectoryEntry> entries_of(const Answer& answer, const Metadata& metadata);

// What each office has charge of: schemes, then cases, by page.
void add_charges(const Searcher& searcher, std::vector<DirectoryEntry>& entries);

}  // namespace chiho
