// Which source had an id first.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "bytes/checksum.hpp"

namespace chiho {

// Holds no more of an id than its hash.
class SeenIds {
 public:
  // The source that had it first, if that was another.
  std::optional<std::size_t> add(std::string_view id, std::size_t source) {
    const std::size_t first = first_.emplace(hash128(id), source).first->second;
    return first == source ? std::nullopt : std::optional(first);
  }

 private:
  struct Low {
    std::size_t operator()(const Hash128& hash) const { return hash[1]; }
  };
  std::unordered_map<Hash128, std::size_t, Low> first_;
};

}  // namespace chiho
