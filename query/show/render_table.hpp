// Answers as tables: TSV, CSV, TREC run lines.
#pragma once

#include <string>
#include <vector>

#include "query/search/answer.hpp"

namespace chiho {

using Row = std::vector<std::string>;

// Tabs and line ends in a value become spaces.
std::string tsv_rows(const std::vector<Row>& rows);
// RFC 4180. Line ends are CRLF, as spreadsheets expect.
std::string csv_rows(const std::vector<Row>& rows);

// What --fields can name: rank, score, matched_all, every field of a record, snippet, contacts, related.
const std::vector<std::string>& field_names();
// The columns of a table unless named: rank, score, every field but the text, and the snippet.
std::vector<std::string> default_columns();

// A row a hit; lists are joined by ; in a cell.
std::vector<Row> hit_rows(const Answer& answer, const std::vector<std::string>& columns);
// The columns facet, value, count, selected, and a row a value.
std::vector<Row> facet_rows(const Answer& answer, const std::vector<Field>& wanted);

// `query_id Q0 record_id rank score chiho-search`, a line a hit. The score is 1/rank: those who score runs sort by it,
// and a hit's own score does not fall where a record that matches less follows one that matches all.
std::string render_trec(const Answer& answer, const std::string& query_id);

}  // namespace chiho
