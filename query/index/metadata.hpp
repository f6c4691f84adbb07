// What an index says of itself. Kept inside the index, so that it cannot be parted from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition.hpp"
#include "corpus/schema.hpp"

namespace chiho {

// One source that an index was built from.
struct Source {
  std::string path;      // as it was given
  std::string checksum;  // of all its files
  std::uint64_t records = 0;

  bool operator==(const Source&) const = default;
};

struct Metadata {
  static constexpr int current_format = 5;

  int format = current_format;
  std::string fingerprint;  // of the analyzer
  std::string created;      // 2026-11-23T12:34:56Z
  std::vector<Source> sources;
  std::vector<Edition> editions;
  std::array<std::uint64_t, 4> records{};                  // by RecordType
  std::uint64_t letters = 0;                               // of all texts, folded
  std::array<std::uint32_t, facet_fields.size()> slots{};  // how many slots each facet uses

  // Counts what was counted of one more part of the index.
  void add_counts(const Metadata& part);
  [[nodiscard]] std::uint64_t record_count() const;
  [[nodiscard]] const Edition* edition(std::string_view id) const;  // null if there is none
  // The ids of the newest edition of each series.
  [[nodiscard]] std::vector<std::string> newest_editions() const;

  bool operator==(const Metadata&) const = default;
};

inline constexpr std::string_view metadata_key = "chiho";

std::string to_json(const Metadata& metadata);
// An edition by itself; none where the text is not one, or holds control characters.
std::string to_json(const Edition& edition);
std::optional<Edition> edition_of_json(std::string_view json);

// Throws Error index: `where` is not ours, or of a newer format.
Metadata metadata_of_json(std::string_view json, const std::string& where);

}  // namespace chiho
