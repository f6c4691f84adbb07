// The text of the brochure of 2018-07, which is not in the repository: it lies in the folder that CHIHO_TEST_DATA
// names.
#pragma once

#include <optional>
#include <string>

#include "import/import.hpp"

namespace chiho::import_test {

// None, with a message, where CHIHO_TEST_DATA is not set.
std::optional<std::string> real_brochure();

// Those of the repository for this edition.
std::vector<Correction> real_corrections();

}  // namespace chiho::import_test
