// Compound nouns: what MeCab cuts up, put together again.
#pragma once

#include <string_view>
#include <vector>

#include "dict/token.hpp"

namespace chiho {

// The longest runs of two or more nouns with nothing between them. A prefix begins or continues a run, and does not
// end it. A run of more than 16 tokens is no word: it is cut every 16. `prefix` says of each token whether it is one.
std::vector<Compound> compounds(std::string_view folded, const std::vector<Token>& tokens,
                                const std::vector<bool>& prefix);

}  // namespace chiho
