// What was met before, by its hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace chiho {

// Forgets all when it holds too much: for those to whom it does no harm to meet something once more.
class SeenHashes {
 public:
  static constexpr std::size_t most_slots = 1U << 21U;

  explicit SeenHashes(std::size_t most = most_slots) : most_(most) {}

  // False for what it was given before, and still knows.
  bool insert(std::uint64_t hash) {
    if (hash == 0) hash = 1;  // 0: a free slot
    std::uint64_t& slot = slot_of(hash);
    if (slot == hash) return false;
    slot = hash;
    if (++held_ * 2 > slots_.size()) grow();
    return true;
  }

 private:
  std::uint64_t& slot_of(std::uint64_t hash) {
    std::size_t place = hash & (slots_.size() - 1);
    while (slots_[place] != 0 && slots_[place] != hash) place = (place + 1) & (slots_.size() - 1);
    return slots_[place];
  }

  void grow() {
    std::vector<std::uint64_t> old(slots_.size() >= most_ ? slots_.size() : slots_.size() * 2);
    old.swap(slots_);
    held_ = 0;
    if (slots_.size() == old.size()) return;
    for (const std::uint64_t hash : old) {
      if (hash == 0) continue;
      slot_of(hash) = hash;
      ++held_;
    }
  }

  std::size_t most_;
  std::size_t held_ = 0;
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1U << 10U);  // a power of two
};

}  // namespace chiho
