// Answers for people at a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "error/error.hpp"
#include "query/search/answer.hpp"

namespace chiho {

struct TextStyle {
  Lang lang = Lang::ja;
  bool color = false;               // without it, matches are marked 【so】
  bool facets = false;              // list every facet value, not only the options to narrow by
  std::size_t width = 0;            // of the terminal; 0: lines are as long as they are
  std::vector<std::string> fields;  // of each hit, below its heading; empty: what people want to know
};

std::string render_text(const Answer& answer, const TextStyle& style);
// A record whole, with the edition it is of, if any.
std::string render_record(const Hit& hit, const std::optional<EditionNote>& edition, const TextStyle& style);
std::string render_facets(const Answer& answer, const std::vector<Field>& wanted, const TextStyle& style);

}  // namespace chiho
