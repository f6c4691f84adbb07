// The index folder: which generation is live.
//
//   DB/current          the live generation and the one before it, with size and checksum of each of their files
//   DB/NNNNNN.glass     a generation: one immutable Xapian file. Where it has shards, this one holds no record, but
//                       what the index says of itself
//   DB/NNNNNN-S.glass   a shard, an immutable Xapian file too, by the number of the generation it was made for. Later
//                       generations keep it as long as what it was made from is the same
//   DB/lock             held while a build runs
//
// `current` is replaced by one rename, so a reader sees the old index or the new one, whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chiho {

struct ShardFile {
  std::string name;        // of the file
  std::string id;          // of what it was made from, hexadecimal
  std::uint64_t size = 0;  // bytes
  std::string checksum;    // of bytes/checksum.hpp

  bool operator==(const ShardFile&) const = default;
};

struct Generation {
  std::uint32_t number = 0;  // from 1
  std::uint64_t size = 0;    // bytes
  std::string checksum;      // of bytes/checksum.hpp
  std::vector<ShardFile> shards;

  [[nodiscard]] std::string file_name() const;
  [[nodiscard]] std::uint64_t bytes() const;  // of all its files
  // Records were dealt out to its shards in turn, so that they can be served.
  [[nodiscard]] bool is_dealt() const;
  bool operator==(const Generation&) const = default;
};

struct Generations {
  Generation current;
  std::optional<Generation> previous;

  bool operator==(const Generations&) const = default;
};

std::string shard_file_name(std::uint32_t generation, std::size_t shard);
// The number of the generation that a file was made for; none where its name is neither a generation's nor a shard's.
std::optional<std::uint32_t> generation_of_file(const std::string& name);

inline constexpr const char* current_file = "current";
inline constexpr const char* lock_file = "lock";

std::string to_text(const Generations& generations);
// None if DB holds no index. Throws Error index if it holds a damaged one, Error io if it cannot be read.
std::optional<Generations> read_generations(const std::filesystem::path& db);
// The same, but throws Error index too if DB holds none.
Generations generations_of(const std::filesystem::path& db);

// Throws Error index unless the generation's files have their sizes and, if `whole`, their checksums. `look` is called
// again and again meanwhile; what it throws ends the check.
void check_generation(
    const std::filesystem::path& db, const Generation& generation, bool whole,
    const std::function<void()>& look = [] {});

}  // namespace chiho
