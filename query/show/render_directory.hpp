// The directory for people, and as a table.
#pragma once

#include <string>
#include <vector>

#include "query/search/directory.hpp"
#include "query/show/render_table.hpp"
#include "query/show/render_text.hpp"

namespace chiho {

// With the editions that they are of; the numbers are of their dates.
std::string render_directory(const std::vector<DirectoryEntry>& entries, const TextStyle& style);
// A heading row, and a row an office.
std::vector<Row> directory_rows(const std::vector<DirectoryEntry>& entries);

}  // namespace chiho
