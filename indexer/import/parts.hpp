// The parts of a brochure, each read by its own grammar, before any name is resolved.
#pragma once

#include <vector>

#include "import/cases.hpp"
#include "import/contents.hpp"
#include "import/directory.hpp"
#include "import/headings.hpp"
#include "import/lines.hpp"
#include "import/pages.hpp"
#include "import/source_pages.hpp"

namespace chiho::brochure {

struct Parts {
  Lines lines;
  Contents contents;
  Headings headings{Contents{}};
  std::vector<PlacedCard> cards;
  std::vector<CaseStudy> cases;
  LineNumbers cases_heading;  // 事業例 over all cases
  Directory directory;
};

// Throws Error corpus when nothing looks like a brochure's records.
Parts read_parts(const SourcePages& pages);

}  // namespace chiho::brochure
