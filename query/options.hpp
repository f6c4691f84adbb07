// The commands and options of chiho-search.
#pragma once

#include "query/command_line.hpp"
#include "query/searcher.hpp"

namespace chiho {

const Program& search_program();

// The request that a command line makes. Throws Error usage.
Request request_of(const CommandLine& line);

}  // namespace chiho
