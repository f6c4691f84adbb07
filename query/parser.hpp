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

inline constexpr std::size_t longest_query = 1U << 16U;  // bytes
inline constexpr std::size_t most_clauses = 256;

// Repeated clauses are left out. Throws Error usage: invalid UTF-8, an unclosed quote, a query over `longest_query` or
// `most_clauses`.
std::vector<QueryClause> parse_query(std::string_view text);

}  // namespace chiho
