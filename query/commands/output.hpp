// In what form a command prints: what --format, --fields, --bom, --facets, --color and the terminal say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/program/command_line.hpp"
#include "query/show/render_table.hpp"
#include "query/show/render_text.hpp"

namespace chiho {

enum class Format : std::uint8_t { human, json, jsonl, tsv, csv, trec };  // in the order of --format's choices

struct Output {
  Format format = Format::human;
  std::vector<std::string> fields;  // as named; empty: all
  bool bom = false;
  bool facets = false;
  TextStyle style;

  [[nodiscard]] bool is_table() const { return format == Format::tsv || format == Format::csv; }
  // Of a table, by --fields or the usual ones.
  [[nodiscard]] std::vector<std::string> columns() const { return fields.empty() ? default_columns() : fields; }
};

// Throws Error usage for a field that is none, and for what the format cannot show.
Output output_of(const CommandLine& line, Lang lang);

// A search's answer, whole.
std::string render(const Answer& answer, const Output& output);
// Rows of a table that begins here: with --bom.
std::string table(const std::vector<Row>& rows, const Output& output);
// The same, going on.
std::string more_rows(const std::vector<Row>& rows, const Output& output);

// Pages for people go through the pager where they are long.
void print(const std::string& text, const Output& output);

// A command whose result is no list of hits has no TREC form. Throws Error usage.
void refuse_trec(const Output& output, const CommandLine& line);

}  // namespace chiho
