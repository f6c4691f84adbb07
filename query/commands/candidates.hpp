// Names that the index knows, for completion.
#pragma once

#include <string_view>
#include <vector>

#include "query/program/command_line.hpp"

namespace chiho {

// For a facet or edition (by its option's name), ID, OFFICE, and PART of a need. Throws what opening an index throws.
std::vector<Candidate> candidates(std::string_view what, const CommandLine& typed, Lang lang);

}  // namespace chiho
