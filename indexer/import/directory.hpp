// The directory of offices (連絡先一覧): its cells as offices.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/edition.hpp"
#include "import/claims.hpp"
#include "import/lines.hpp"

namespace chiho::brochure {

// An entry that may be the rest of the name above it: no mark, no phone, where entries have marks.
struct TornEntry {
  std::size_t line = 0;
  std::string name;
  std::string above;
};

struct Directory {
  std::vector<Office> offices;
  LineNumbers lines;     // of which all is told
  LineNumbers headings;  // over the entries
  std::vector<TornEntry> torn;
};
// Offices of `lines` [begin, end), in the order of the directory, without ids. What an entry looks like:
//   ● 名前(remark)<TAB>03-5501-8000 (ex.2696)<TAB>● 次の名前<TAB>http://…
Directory read_directory(const Lines& lines, std::size_t begin, std::size_t end, std::optional<int> page);

// True for a line of a directory: an entry's mark or markup, and a phone or URL behind it.
bool is_directory_row(const Line& line);

}  // namespace chiho::brochure
