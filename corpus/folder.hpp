// What is in a folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// The names of all that is in the folder, sorted; none where there is no such folder. Throws Error io.
std::vector<std::string> names_in(const std::filesystem::path& folder);

// The name without .toml, however that is written.
std::string stem_of(std::string_view name);

// What holds no record and may lie anywhere in an edition folder: dot-files, backups of editors, and every file but
// TOML. Folders are not among them.
bool is_ignored(const std::filesystem::path& folder, const std::string& name);

}  // namespace chiho
