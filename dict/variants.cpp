#include "dict/variants.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace chiho {
namespace {

struct Pair {
  char32_t old_form;
  char32_t new_form;
};

constexpr Pair kPairs[] = {
#include "variants.inc"  // made of words/variants.txt by the build
};

constexpr char32_t kBlockBegin = 0x4E00;
constexpr char32_t kBlockEnd = 0xA000;

using Block = std::array<char16_t, kBlockEnd - kBlockBegin>;

constexpr Block make_block() {
  Block block{};
  for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<char16_t>(kBlockBegin + i);
  for (const Pair& pair : kPairs) {
    if (pair.old_form >= kBlockBegin && pair.old_form < kBlockEnd) {
      block[pair.old_form - kBlockBegin] = static_cast<char16_t>(pair.new_form);
    }
  }
  return block;
}

// Every kanji of the main block with its modern form: one look-up a letter, since nearly all text is in this block.
constexpr Block kBlock = make_block();

static_assert(std::ranges::all_of(kPairs, [](const Pair& pair) { return pair.new_form <= 0xFFFF; }));

}  // namespace

char32_t modern_kanji(char32_t letter) noexcept {
  if (letter < kBlockBegin) return letter;
  if (letter < kBlockEnd) return kBlock[letter - kBlockBegin];
  const auto* pair = std::ranges::find(kPairs, letter, &Pair::old_form);
  return pair == std::end(kPairs) ? letter : pair->new_form;
}

std::uint64_t variants_hash() noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const Pair& pair : kPairs) {
    hash = (hash ^ pair.old_form) * 0x100000001B3U;
    hash = (hash ^ pair.new_form) * 0x100000001B3U;
  }
  return hash;
}

}  // namespace chiho
