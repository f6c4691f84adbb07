// A shard that is served by itself says which it is: one of how many, of which build.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chiho {

// Its records were dealt out in turn: `number` of `count`, from 1.
struct Dealt {
  std::string build;  // the same in all shards of a build, and in no others
  std::uint32_t number = 1;
  std::uint32_t count = 1;

  bool operator==(const Dealt&) const = default;
};

// More than this nobody means.
inline constexpr std::uint32_t most_shards = 1000;

// What the ids of such builds begin with, and no other shard's.
inline constexpr std::string_view dealt_prefix = "dealt-";

// The entry of a shard's metadata that says so.
inline constexpr std::string_view dealt_entry = "dealt";

std::string to_text(const Dealt& dealt);
// None where the text says nothing of the kind.
std::optional<Dealt> dealt_of(const std::string& text);

}  // namespace chiho
