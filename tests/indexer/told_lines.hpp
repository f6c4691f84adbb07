// Whether a record says what the lines that it claims say, told apart from how the importer came to claim them.
#pragma once

#include <string>
#include <vector>

#include "import/import.hpp"

namespace chiho::import_test {

// "NUMBER text" of each line that a record claims and of which a word is nowhere in the record, its offices, audiences
// or scheme.
std::vector<std::string> untold_lines(const Imported& imported);

}  // namespace chiho::import_test
