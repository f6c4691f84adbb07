// From ipadic's parts of speech to those that search tells apart.
#pragma once

#include <cstdint>
#include <string_view>

#include "dict/tagger.hpp"
#include "dict/token.hpp"

namespace chiho {

struct Classified {
  WordClass word_class = WordClass::other;
  bool content = false;
  bool inflected = false;
  bool prefix = false;  // joins to the noun after it; a word by itself where there is none
};
Classified classify(const Morpheme& morpheme, std::string_view surface);

// True where the folded text has a letter or a digit. A lone ー is none.
bool has_letter(std::string_view folded);

// A hash of the rules that are lists.
std::uint64_t word_class_hash() noexcept;

}  // namespace chiho
