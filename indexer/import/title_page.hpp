// What stands before the contents list: the edition's title and date.
#pragma once

#include <cstddef>
#include <string>

#include "import/claims.hpp"
#include "import/lines.hpp"

namespace chiho::brochure {

struct TitlePage {
  std::string title;  // empty where there is none
  std::string date;   // 2018-07
  LineNumbers lines;
};

// `contents` is the index of the line with which the contents list begins.
TitlePage read_title_page(const Lines& lines, std::size_t contents);

}  // namespace chiho::brochure
