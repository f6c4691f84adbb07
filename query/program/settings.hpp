// What a user has settled once and for all: $XDG_CONFIG_HOME/chiho-search/config.toml, else ~/.config/…
//
//   db = "/srv/chiho/index"     every key is an option's name, and takes what the option takes
//   lang = "ja"
//   color = "always"
//   limit = 20
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "query/program/command_line.hpp"

namespace chiho {

using Settings = std::map<std::string, std::string, std::less<>>;  // by option name

// Empty where neither $XDG_CONFIG_HOME nor $HOME is set.
std::filesystem::path settings_file();
// None from a file that is not there. Throws Error usage with every fault, each with its place, and Error io.
// `program` says what its options take; a setting that only the other program knows is checked there.
Settings read_settings(const std::filesystem::path& file, const Program& program);

}  // namespace chiho
