// Import: the text of a brochure, as a converter left it, as an edition folder to review.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition_folder.hpp"
#include "import/claims.hpp"
#include "import/source_pages.hpp"

namespace chiho {

// A converter's mistake and what was printed. Applied wherever `wrong` stands in the text.
struct Correction {
  std::string wrong;  // key `old`
  std::string right;  // key `new`
  std::string reason;
};
// A TOML file of [[correction]] tables with old, new, reason. Throws Error corpus with file:line:column.
std::vector<Correction> read_corrections(const std::string& file);

struct AppliedCorrection {
  Correction correction;
  LineNumbers lines;  // where it applied; empty: nowhere any more
};

struct Imported {
  Edition edition;
  std::vector<RecordFile> records;
  std::vector<Text> notes;  // corrections that did not apply, and whatever else concerns the whole
  std::vector<AppliedCorrection> corrections;
  SourcePages pages;
  Claims claims;  // what became of every line
};

// Throws Error corpus when the source holds nothing that looks like a brochure's records.
Imported import_brochure(const std::vector<SourcePage>& pages, const std::string& edition_id,
                         const std::vector<Correction>& corrections);
// Of text whose pages are not marked.
Imported import_brochure(std::string_view text, const std::string& edition_id,
                         const std::vector<Correction>& corrections);

}  // namespace chiho
