// What the manual of chiho-search says beyond its commands and options.
#pragma once

#include <span>

#include "query/program/command_line.hpp"

namespace chiho {

std::span<const Section> manual_sections();

}  // namespace chiho
