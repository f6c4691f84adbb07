// A file, whole; and what is said of one that cannot be read or written.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>

namespace chiho {

// No more than `most` bytes of it. Throws Error io for what is no file or cannot be read.
std::string read_file(const std::filesystem::path& file, std::size_t most = std::numeric_limits<std::size_t>::max());

// Throw Error io.
[[noreturn]] void throw_unreadable(const std::filesystem::path& file);
[[noreturn]] void throw_unwritable(const std::filesystem::path& path);

}  // namespace chiho
