#include "dict/compounds.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace chiho {
namespace {

constexpr std::size_t kMaxTokens = 16;

bool joins(const Token& left, const Token& right) {
  return left.word_class == WordClass::noun && right.word_class == WordClass::noun &&
         left.offset + left.length == right.offset;
}

}  // namespace

std::vector<Compound> compounds(std::string_view folded, const std::vector<Token>& tokens,
                                const std::vector<bool>& prefix) {
  std::vector<Compound> found;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t end = first + 1;
    while (end < tokens.size() && end - first < kMaxTokens && joins(tokens[end - 1], tokens[end])) ++end;
    std::size_t last = end - 1;
    while (last > first && prefix[last]) --last;
    if (last > first) {
      const std::size_t begin = tokens[first].offset;
      found.push_back({std::string(folded.substr(begin, tokens[last].offset + tokens[last].length - begin)),
                       static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    }
    first = end;
  }
  return found;
}

}  // namespace chiho
