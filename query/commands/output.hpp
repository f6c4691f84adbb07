// In what form a command prints: what --format, --fields, --bom, --facets, --color and the terminal say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/answer.hpp"
#include "query/command_line.hpp"
#include "query/render_text.hpp"

namespace chiho {

enum class Format : std::uint8_t { human, json, jsonl, tsv, csv, trec };  // in the order of --format's choices

struct Output {
  Format format = Format::human;
  std::vector<std::string> columns;
  bool bom = false;
  TextStyle style;
};

// Throws Error usage for a field that is none.
Output output_of(const CommandLine& line, Lang lang);

std::string render(const Answer& answer, const Output& output, const std::string& query_id);

}  // namespace chiho
