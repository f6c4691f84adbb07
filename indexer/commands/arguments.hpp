// What every command asks of its command line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "query/program/command_line.hpp"

namespace chiho {

// Throws Error usage unless there are [least, most] arguments; `what` says which.
void need_arguments(const CommandLine& line, std::size_t least, std::size_t most, const Text& what);

// The option's value. Throws Error usage if it is not given.
std::string required(const CommandLine& line, std::string_view option);

// That another build has to be waited for.
void say_waiting(const std::filesystem::path& db, Lang lang);

void print_error(const std::string& line);

}  // namespace chiho
