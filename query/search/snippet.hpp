// Snippets: the sentences of a record that answer the query best, the matches marked.
#pragma once

#include <vector>

#include "query/search/answer.hpp"
#include "query/search/matches.hpp"

namespace chiho {

// Cut at sentence ends where a sentence is not too long in itself; then at words, with … where text is left out.
// `words` is the number of words sought.
Snippet make_snippet(const std::vector<MatchedPassage>& passages, std::size_t words);

inline constexpr std::size_t longest_snippet = 160;  // code points, about

}  // namespace chiho
