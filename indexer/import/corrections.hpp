// Corrections of a converter's mistakes.
#pragma once

#include <string>
#include <vector>

#include "import/import.hpp"

namespace chiho::brochure {

// Notes tell of those that did not apply.
std::string corrected(std::string text, const std::vector<Correction>& corrections, std::vector<Text>& notes);

}  // namespace chiho::brochure
