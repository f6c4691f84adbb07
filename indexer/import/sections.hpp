// Where the parts of a brochure begin: contents list, cards, cases, directory.
#pragma once

#include <cstddef>

#include "import/contents.hpp"
#include "import/lines.hpp"

namespace chiho::brochure {

// Indices into the lines; each part ends where the next begins.
struct Sections {
  std::size_t cards = 0;
  std::size_t cases = 0;
  std::size_t directory = 0;
  std::size_t end = 0;
};
Sections find_sections(const Lines& lines, const Contents& contents);

}  // namespace chiho::brochure
