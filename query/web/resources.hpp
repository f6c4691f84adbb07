// The files of templates/ and assets/, compiled in (embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace chiho::web {

struct Resource {
  std::string_view name;  // templates/search.html
  std::string_view bytes;
};

std::span<const Resource> resources();

}  // namespace chiho::web
