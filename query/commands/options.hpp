// The commands and options of chiho-search.
#pragma once

#include "query/program/command_line.hpp"
#include "query/search/searcher.hpp"

namespace chiho {

const Program& search_program();

// What an option takes, where it takes one of a few words, in the order of its enumeration.
std::vector<std::string_view> choices(std::string_view option);

// The position of the choice made among those of the option.
std::size_t chosen(const CommandLine& line, std::string_view option);

// Which of an option's choices was made; the first unless given. Enumerations list them in that order.
template <typename Value>
Value choice(const CommandLine& line, std::string_view option) {
  return static_cast<Value>(chosen(line, option));
}

// The request that a command line makes. Throws Error usage.
Request request_of(const CommandLine& line);

}  // namespace chiho
