// The commands and options of chiho-index.
#pragma once

#include "query/program/command_line.hpp"

namespace chiho {

const Program& index_program();

}  // namespace chiho
