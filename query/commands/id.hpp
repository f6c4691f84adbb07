// The one id that a command is about.
#pragma once

#include <string>

#include "query/command_line.hpp"

namespace chiho {

// Throws Error usage unless there is just one.
const std::string& id_in(const CommandLine& line);

[[noreturn]] void throw_unknown_id(const std::string& id);

}  // namespace chiho
