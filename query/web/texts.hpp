// The words of the page that the terminal has no use for; templates name them as {{_name}}. What both say is said by
// query/texts.
#pragma once

#include <string_view>

#include "error/error.hpp"

namespace chiho::web {

// Empty for a name that is none.
std::string_view words(std::string_view name, Lang lang);
Text said_in_both(std::string_view name);

}  // namespace chiho::web
