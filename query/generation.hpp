// The index folder: which generation is live.
//
//   DB/current          the live generation and the one before it, with size and checksum of each of their files
//   DB/NNNNNN.glass     a generation: one immutable Xapian file. Where it has shards, this one holds what the index
//   says
//                       of itself, and no record
//   DB/shard-ID.glass   a shard: an immutable Xapian file too. Generations share those that are the same in both
//   DB/lock             held while a build runs
//
// `current` is replaced by one rename, so a reader sees the old index or the new one, whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

struct ShardFile {
  std::string id;          // of what it was made from, hexadecimal
  std::uint64_t size = 0;  // bytes
  std::string checksum;    // XXH3-128, hexadecimal

  [[nodiscard]] std::string file_name() const;
  bool operator==(const ShardFile&) const = default;
};

struct Generation {
  std::uint32_t number = 0;  // from 1
  std::uint64_t size = 0;    // bytes
  std::string checksum;      // XXH3-128, hexadecimal
  std::vector<ShardFile> shards;

  [[nodiscard]] std::string file_name() const;
  [[nodiscard]] std::uint64_t bytes() const;  // of all its files
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

// Throws Error index unless the generation's files have their sizes and, if `whole`, their checksums.
void check_generation(const std::filesystem::path& db, const Generation& generation, bool whole);

}  // namespace chiho
