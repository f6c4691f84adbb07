// The one id that a command is about.
#pragma once

#include <string>
#include <vector>

#include "query/index/index.hpp"
#include "query/program/command_line.hpp"

namespace chiho {

// Throws Error usage unless there is just one.
const std::string& id_in(const CommandLine& line);

// Of a large index the first some thousand.
std::vector<std::string> known_ids(const Index& index);

// With the nearest ones.
[[noreturn]] void throw_unknown_id(const std::string& id, const Index& index);

}  // namespace chiho
