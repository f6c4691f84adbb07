// What a browser asked for: a path and parameters, decoded. Nothing is guessed of what is malformed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/web/markup.hpp"

namespace chiho::web {

struct Target {
  std::string path;
  Parameters parameters;
};

// None for a bad escape, what is no UTF-8, control characters, and more parameters than a form of ours can have.
std::optional<Target> target_of(std::string_view text);

}  // namespace chiho::web
