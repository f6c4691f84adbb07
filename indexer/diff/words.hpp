// What is new in a text, word by word.
#pragma once

#include <string>
#include <vector>

#include "dict/analyzer.hpp"
#include "indexer/diff/script.hpp"

namespace chiho {

struct Piece {
  Step step = Step::same;
  std::string text;

  bool operator==(const Piece&) const = default;
};

// The pieces that are not `added` make the old text, those that are not `removed` the new one. Between two that are the
// same stands at most one removed and one added piece, in this order. A passage that was written anew is told as a
// whole, not as the few words that happen to be in both.
std::vector<Piece> changed_words(const std::string& before, const std::string& after, const Analyzer& analyzer);

}  // namespace chiho
