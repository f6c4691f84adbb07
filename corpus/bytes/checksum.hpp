// XXH3-128, in hexadecimal: tells damage and change, not malice.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace chiho {

std::string checksum(std::string_view bytes);
// `look` is called again and again; what it throws ends the reading. Throws Error io.
std::string file_checksum(
    const std::filesystem::path& file, const std::function<void()>& look = [] {});

// Of bytes that come piece by piece.
class RunningChecksum {
 public:
  RunningChecksum();
  ~RunningChecksum();
  RunningChecksum(RunningChecksum&&) noexcept;
  RunningChecksum& operator=(RunningChecksum&&) noexcept;

  void add(std::string_view bytes);
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same as a number of 128 bits, which takes less room.
using Hash128 = std::array<std::uint64_t, 2>;
Hash128 hash128(std::string_view bytes);
std::uint64_t hash64(std::string_view bytes);

}  // namespace chiho
