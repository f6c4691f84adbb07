// What is in a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chiho {

// The names of all that is in the folder, sorted; none where there is no such folder. Throws Error io.
std::vector<std::string> names_in(const std::filesystem::path& folder);

}  // namespace chiho
