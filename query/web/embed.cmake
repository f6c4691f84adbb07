# cmake -DOUT=resources.cpp -DFOLDER=query/web "-DFILES=templates/a.html;assets/b.css" -P embed.cmake
# Text files as literals; none may hold the letters )file".
set(table "")
foreach(name IN LISTS FILES)
  file(READ "${FOLDER}/${name}" text)
  string(APPEND table "      {\"${name}\", R\"file(${text})file\"},\n")
endforeach()
file(WRITE "${OUT}" "// Made by embed.cmake.
#include \"query/web/resources.hpp\"

#include <array>

namespace chiho::web {

std::span<const Resource> resources() {
  static constexpr auto all = std::to_array<Resource>({
${table}  });
  return all;
}

}  // namespace chiho::web
")
