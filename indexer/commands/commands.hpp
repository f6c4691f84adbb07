// The commands of chiho-index, one a file. Each takes a command line that the table of options has let through, prints
// its result, and returns the exit code; what goes wrong is an Error.
#pragma once

#include "query/program/command_line.hpp"

namespace chiho {

int import_command(const CommandLine& line, Lang lang);
int check_command(const CommandLine& line, Lang lang);
int build_command(const CommandLine& line, Lang lang);
int diff_command(const CommandLine& line, Lang lang);
int info_command(const CommandLine& line, Lang lang);
int verify_command(const CommandLine& line, Lang lang);
int rollback_command(const CommandLine& line, Lang lang);
int export_command(const CommandLine& line, Lang lang);

}  // namespace chiho
