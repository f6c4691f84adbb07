// The commands of chiho-search, one a file. Each takes a command line that the table of options has let through, prints
// its result, and returns the exit code; what goes wrong is an Error.
#pragma once

#include "query/program/command_line.hpp"

namespace chiho {

int search_command(const CommandLine& line, Lang lang);
int batch_command(const CommandLine& line, Lang lang);
int facets_command(const CommandLine& line, Lang lang);
int needs_command(const CommandLine& line, Lang lang);
int show_command(const CommandLine& line, Lang lang);
int similar_command(const CommandLine& line, Lang lang);
int contact_command(const CommandLine& line, Lang lang);
int serve_command(const CommandLine& line, Lang lang);
int completion_command(const CommandLine& line, Lang lang);

}  // namespace chiho
