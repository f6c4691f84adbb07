// Old and variant kanji, from words/variants.txt.
#pragma once

#include <cstdint>

namespace chiho {

// The modern form of a kanji; any other letter is its own.
char32_t modern_kanji(char32_t letter) noexcept;

// A hash of the whole table.
std::uint64_t variants_hash() noexcept;

}  // namespace chiho
