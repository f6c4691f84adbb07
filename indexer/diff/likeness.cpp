#include "indexer/diff/likeness.hpp"

#include <algorithm>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"

namespace chiho {

namespace {

constexpr std::size_t sample = 256;

// Steele, Lea and Flood's splitmix64.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

}  // namespace

Sketch::Sketch(std::string_view text, std::size_t length) {
  std::u32string letters = letters_of(folded(text));
  std::erase_if(letters, [](char32_t letter) { return letter <= U' '; });
  for (std::size_t i = 0; i + length <= letters.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = i; j < i + length; ++j) hash = mixed(hash ^ letters[j]);
    hashes_.push_back(hash);
  }
  std::ranges::sort(hashes_);
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  if (hashes_.size() > sample) hashes_.resize(sample);
}

// Jaccard's coefficient of the least hashes of both together is that of all; Dice's follows from it.
double Sketch::likeness(const Sketch& other) const {
  const auto& a = hashes_;
  const auto& b = other.hashes_;
  const bool whole = a.size() < sample && b.size() < sample;
  std::size_t either = 0;
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; (i < a.size() || j < b.size()) && (whole || either < sample); ++either) {
    const bool in_a = i < a.size() && (j == b.size() || a[i] <= b[j]);
    const bool in_b = j < b.size() && (i == a.size() || b[j] <= a[i]);
    i += in_a ? 1 : 0;
    j += in_b ? 1 : 0;
    both += in_a && in_b ? 1 : 0;
  }
  if (either == 0) return 0;
  return 2.0 * static_cast<double>(both) / static_cast<double>(either + both);
}

}  // namespace chiho
