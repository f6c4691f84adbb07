// From what the files of an edition say to its records: names resolved, and what the files say of each other checked.
#pragma once

#include <vector>

#include "corpus/record_files.hpp"

namespace chiho {

// edition/type/name
std::string record_id(const Edition& edition, RecordType type, const std::string& name);

// Schemes, cases and contacts; each by page, then by id, contacts as the directory has them.
std::vector<Record> edition_records(const EditionTables& tables, const std::vector<RecordDraft>& schemes,
                                    const std::vector<RecordDraft>& cases, Faults& faults);

}  // namespace chiho
