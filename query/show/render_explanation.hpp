// Explanations for people at a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "error/error.hpp"
#include "query/search/answer.hpp"

namespace chiho {

struct ExplainedLine {
  std::string text;
  std::size_t indent = 0;  // cells
};

// How the query was cut, read and expanded, in lines.
std::vector<ExplainedLine> explained_query(const std::vector<ExplainedUnit>& units, Lang lang);

// What the score of a hit is made of, and what sets it apart from the hit before it (null for the first).
std::vector<ExplainedLine> explained_hit(const Hit& hit, const Hit* before, Lang lang);

}  // namespace chiho
