// The index folder: which generation is live.
//
//   DB/current        the live generation and the one before it, with size and checksum of each
//   DB/NNNNNN.glass   a generation: one immutable Xapian file
//   DB/lock           held while a build runs
//
// `current` is replaced by one rename, so a reader sees the old index or the new one, whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace chiho {

struct Generation {
  std::uint32_t number = 0;  // from 1
  std::uint64_t size = 0;    // bytes
  std::string checksum;      // XXH3-128, hexadecimal

  [[nodiscard]] std::string file_name() const;
  bool operator==(const Generation&) const = default;
};

struct Generations {
  Generation current;
  std::optional<Generation> previous;

  bool operator==(const Generations&) const = default;
};

inline constexpr const char* current_file = "current";
inline constexpr const char* lock_file = "lock";

std::string to_text(const Generations& generations);
// None if DB holds no index. Throws Error index if it holds a damaged one, Error io if it cannot be read.
std::optional<Generations> read_generations(const std::filesystem::path& db);

// XXH3-128 of a file, hexadecimal. Throws Error io.
std::string file_checksum(const std::filesystem::path& file);
// XXH3-128 of bytes, hexadecimal.
std::string checksum(std::string_view bytes);

// Throws Error index unless the generation's file has its size and, if `whole`, its checksum.
void check_generation(const std::filesystem::path& db, const Generation& generation, bool whole);

}  // namespace chiho
