// Lines without a record: which of them are layout, and who is to look at the rest.
#pragma once

#include <string>

#include "import/import.hpp"
#include "import/lines.hpp"

namespace chiho::brochure {

// In the edition folder: schemes/NAME.toml, cases/NAME.toml.
std::string file_of(const RecordFile& record);

// Rules and photo credits. `lines` are those that were read.
void ignore_layout(Claims& claims, const Lines& lines);

// Unclaimed lines go into the review of the nearest record before them, else behind, and into the notes.
void note_unclaimed(Imported& imported);

}  // namespace chiho::brochure
