// The contents list: needs with their groups and pages, the headings of the cases, the page of the directory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/claims.hpp"
#include "import/lines.hpp"

namespace chiho::brochure {

struct ContentsNeed {
  std::string name;  // as the list prints it
  std::string group;
  std::vector<int> pages;
  std::size_t row = 0;   // needs of one row stand together on their pages
  std::size_t line = 0;  // where it is printed
};

struct CaseHeading {
  std::string name;
  std::vector<int> pages;
  std::size_t line = 0;
};

struct Contents {
  std::vector<ContentsNeed> needs;
  std::vector<CaseHeading> cases;
  std::vector<std::string> headings;  // all that are no rows: groups and what stands above them
  std::optional<int> directory_page;
  LineNumbers used;       // lines of needs, of the directory's page, and of the groups over rows; not of the cases
  LineNumbers idle;       // headings over headings
  std::size_t begin = 0;  // of its lines
  std::size_t end = 0;    // where the body begins
};

// Empty where the text has no contents list.
Contents read_contents(const Lines& lines);

// "1, 2" or "5～6" as page numbers; empty where it is anything else.
std::vector<int> page_numbers(std::string_view text);

}  // namespace chiho::brochure
