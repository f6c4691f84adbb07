// What was typed, as syntax: words between spaces, "phrases", -word, field:word, A OR B. Nothing is looked up here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema.hpp"

namespace chiho {

struct QueryTerm {
  std::string text;            // UTF-8 as typed, without quotes, sign and field name
  std::optional<Field> field;  // office: audience: scheme: year: need: title:
  bool phrase = false;         // stood in quotes
  bool exclude = false;        // had a leading -

  bool operator==(const QueryTerm&) const = default;
};

// Each clause is one term, or several joined by OR. A record must satisfy every clause.
using QueryClause = std::vector<QueryTerm>;

inline constexpr std::size_t longest_query = 1U << 18U;  // bytes
inline constexpr std::size_t most_terms = 256;
// More words than someone types, or longer ones, are a text that was pasted.
inline constexpr std::size_t most_typed = 64;            // words
inline constexpr std::size_t longest_typed = 1U << 11U;  // bytes

// Repeated clauses are left out. The plain words of a pasted text, whatever white space is between them, are one term
// (the only one with spaces that is no phrase). Throws Error usage: invalid UTF-8, an unclosed quote, a query over
// `longest_query` or `most_terms`.
std::vector<QueryClause> parse_query(std::string_view text);

}  // namespace chiho
