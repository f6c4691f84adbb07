// A brochure's text laid out again as the brochure that it was converted from.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace chiho::import_test {

// How the directory is set: an office and its phone below each other or side by side, in two columns; or a table with
// borders.
enum class DirectorySet : std::uint8_t { lines, cells, table };

struct Look {
  std::string sheet;  // classes of layouts/style.css, for every page
  DirectorySet directory;
};

// HTML for printed_html(): a page begins at each of the given lines, with its printed number, 0 for none. Rows with
// tabs are rows of cells, 連絡先 and 主な対象 with their values in one line are set side by side, three blank lines are
// a picture.
std::string as_brochure(std::string_view text, const std::map<int, int>& page_at_line, const Look& look);

}  // namespace chiho::import_test
