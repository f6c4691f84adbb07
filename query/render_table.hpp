// Answers as tables: TSV, CSV, TREC run lines.
#pragma once

#include <string>
#include <vector>

#include "query/answer.hpp"

namespace chiho {

// The columns of a table: rank, score, and every field; lists are joined by ; in a cell.
std::vector<std::string> default_columns();
bool is_column(const std::string& name);

// With a heading line. Tabs and line ends in a value become spaces.
std::string render_tsv(const Answer& answer, const std::vector<std::string>& columns);
// RFC 4180. Line ends are CRLF, as spreadsheets expect.
std::string render_csv(const Answer& answer, const std::vector<std::string>& columns);
// `query_id Q0 record_id rank score chiho-search`, a line a hit. The score is 1/rank: those who score runs sort by it,
// and a hit's own score does not fall where a record that matches less follows one that matches all.
std::string render_trec(const Answer& answer, const std::string& query_id);

}  // namespace chiho
