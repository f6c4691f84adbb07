// What people get wrong in TOML, said so that they can put it right.
#pragma once

#include <string_view>

#include "corpus/file_faults.hpp"

namespace chiho {

// `description` is what toml++ says of the text, and `at` where.
Text syntax_fault(std::string_view text, Position at, std::string_view description);

}  // namespace chiho
