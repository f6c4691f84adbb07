#include "bytes/checksum.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>

#include "bytes/file.hpp"

namespace chiho {

struct RunningChecksum::State {
  XXH3_state_t* state = XXH3_createState();
  State() { XXH3_128bits_reset(state); }
  ~State() { XXH3_freeState(state); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

RunningChecksum::RunningChecksum() : state_(std::make_unique<State>()) {}
RunningChecksum::~RunningChecksum() = default;
RunningChecksum::RunningChecksum(RunningChecksum&&) noexcept = default;
RunningChecksum& RunningChecksum::operator=(RunningChecksum&&) noexcept = default;

void RunningChecksum::add(std::string_view bytes) {
  XXH3_128bits_update(state_->state, bytes.data(), bytes.size());
}

std::string RunningChecksum::text() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_->state);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string checksum(std::string_view bytes) {
  RunningChecksum sum;
  sum.add(bytes);
  return sum.text();
}

std::string file_checksum(const std::filesystem::path& file, const std::function<void()>& look) {
  std::ifstream in(file, std::ios::binary);
  RunningChecksum sum;
  std::string buffer(1U << 16U, '\0');
  while (in) {
    look();
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    sum.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (!in.eof()) throw_unreadable(file);
  return sum.text();
}

Hash128 hash128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace chiho
