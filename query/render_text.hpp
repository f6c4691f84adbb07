// Answers for people at a terminal.
#pragma once

#include <string>

#include "error/error.hpp"
#include "query/answer.hpp"
#include "query/metadata.hpp"

namespace chiho {

struct TextStyle {
  Lang lang = Lang::ja;
  bool color = false;   // without it, matches are marked 【so】
  bool facets = false;  // list every facet value, not only the options to narrow by
};

std::string render_text(const Answer& answer, const TextStyle& style);
// What the index holds and how to ask: the answer to no question.
std::string render_overview(const Metadata& metadata, const TextStyle& style);
// A record whole, with the edition it is of, if any.
std::string render_record(const Hit& hit, const std::optional<EditionNote>& edition, const TextStyle& style);
// The reverse look-up: the needs of the editions by group, with pages.
std::string render_needs(const Metadata& metadata, const TextStyle& style);
std::string render_facets(const Answer& answer, const std::vector<Field>& wanted, const TextStyle& style);

}  // namespace chiho
