// Corrections of a converter's mistakes.
#pragma once

#include <string>
#include <vector>

#include "import/import.hpp"

namespace chiho::brochure {

// `imported` gets where each applied, and notes of those that did not.
std::string corrected(std::string text, const std::vector<Correction>& corrections, Imported& imported);

}  // namespace chiho::brochure
