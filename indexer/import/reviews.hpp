// What an importer is unsure of, for the librarian.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/source_pages.hpp"

namespace chiho::brochure {

struct Review {
  std::size_t line = 0;  // of the source
  std::string what;
};
using Reviews = std::vector<Review>;

// As `review` in a record's file, each with its place.
std::vector<std::string> told(const Reviews& reviews, const SourcePages& pages);

}  // namespace chiho::brochure
