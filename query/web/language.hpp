// In which language the page speaks: lang= in the address, else Accept-Language, else Japanese.
#pragma once

#include <string_view>

#include "error/error.hpp"

namespace chiho::web {

Lang preferred_language(std::string_view accept_language);

}  // namespace chiho::web
