// The number printed on a page, and the heads and feet that run through a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/layout.hpp"

namespace chiho::pdf {

struct PageBoxes {
  double height = 0;
  std::vector<Box> boxes;
  std::optional<int> printed;
};

// "12", "- 12 -", "p.12", "12ページ", "12/30", in letters of any width. None where anything else is said.
std::optional<int> page_number(std::string_view text);

// Finds the number that stands alone at the foot or head of the pages. Believed only where it counts along with the
// pages: the most common distance between the PDF's pages and their numbers holds. Takes these numbers, and the lines
// that run through most pages, off them.
void take_page_numbers(std::vector<PageBoxes>& pages);

}  // namespace chiho::pdf
