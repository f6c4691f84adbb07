// A TOML file with the place of everything in it. What it holds is checked by TableReader; here only that it is TOML.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/file_faults.hpp"

namespace chiho {

struct TomlEntry;

struct TomlValue {
  // No file of ours has floats, booleans or dates, nor anything deeper than an array in a table of an array.
  enum class Kind : std::uint8_t { string, integer, array, table, other };

  Kind kind = Kind::other;
  Position at;
  std::string string;
  std::int64_t integer = 0;
  std::vector<TomlValue> array;
  std::vector<TomlEntry> table;  // in the order of the file
};

struct TomlEntry {
  std::string key;
  Position at;
  TomlValue value;
};

inline constexpr std::size_t max_toml_bytes = std::size_t{8} << 20U;

// The root table. None where the file is no regular file, is too large, no UTF-8 or no TOML: that is a fault then.
// Throws Error io when it cannot be read.
std::optional<TomlValue> read_toml(const std::filesystem::path& file, FileFaults& faults);
std::optional<TomlValue> parse_toml(std::string_view text, FileFaults& faults);

}  // namespace chiho
