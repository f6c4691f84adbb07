#include "query/commands/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "corpus/fault.hpp"
#include "corpus/nearest.hpp"
#include "query/commands/options.hpp"
#include "query/program/pager.hpp"
#include "query/program/terminal.hpp"
#include "query/show/render_json.hpp"

namespace chiho {

namespace {

[[noreturn]] void throw_unknown_field(const std::string& name) {
  const auto& known = field_names();
  const auto near = nearest(name, known);
  const auto& listed = near.empty() ? known : near;
  throw Error(ErrorCode::usage,
              {fmt::format("--fields: 「{}」という欄はありません。", shown(name)),
               fmt::format("--fields: no field \"{}\"", shown(name))},
              {fmt::format("{}: {}", near.empty() ? "ある欄" : "近いもの", fmt::join(listed, "、")),
               fmt::format("{}: {}", near.empty() ? "There are" : "Nearest", fmt::join(listed, ", "))});
}

std::vector<std::string> fields_of(const CommandLine& line) {
  std::vector<std::string> chosen;
  std::istringstream in(line.value("fields"));
  for (std::string name; std::getline(in, name, ',');) {
    if (std::ranges::find(field_names(), name) == field_names().end()) throw_unknown_field(name);
    chosen.push_back(name);
  }
  if (line.has("fields") && chosen.empty()) throw_unknown_field("");
  return chosen;
}

// An option that the format has no place for is no slip to pass over in silence.
void check(const CommandLine& line, const Output& output) {
  const auto refuse = [](std::string_view option, const Text& right) {
    throw Error(
        ErrorCode::usage,
        {fmt::format("--{} はこの形式では使えません。", option), fmt::format("--{} is not for this format", option)},
        right);
  };
  if (output.bom && !output.is_table())
    refuse("bom", {"--format csv か tsv と一緒に使います。", "It goes with --format csv or tsv."});
  if (line.has("explain") && (output.is_table() || output.format == Format::trec))
    refuse("explain",
           {"--format human、json、jsonl と一緒に使います。", "It goes with --format human, json or jsonl."});
  if (output.format != Format::trec) return;
  for (const char* option : {"facets", "fields"})
    if (line.has(option))
      refuse(option, {"trec の行の形は決まっています。", "The lines of trec have their own fixed form."});
}

}  // namespace

Output output_of(const CommandLine& line, Lang lang) {
  Output output;
  output.format = line.has("format") || !line.has("json") ? choice<Format>(line, "format") : Format::json;
  output.fields = fields_of(line);
  output.bom = line.has("bom");
  output.facets = line.has("facets");
  output.style = {lang, use_color(line.value("color", "auto")), output.facets, terminal_width(), output.fields};
  check(line, output);
  return output;
}

std::string more_rows(const std::vector<Row>& rows, const Output& output) {
  return output.format == Format::csv ? csv_rows(rows) : tsv_rows(rows);
}

std::string table(const std::vector<Row>& rows, const Output& output) {
  return (output.bom ? "\xEF\xBB\xBF" : "") + more_rows(rows, output);
}

std::string render(const Answer& answer, const Output& output) {
  const std::vector<Field> facets(facet_fields.begin(), facet_fields.end());
  const JsonStyle json{output.fields, {}};
  if (output.format == Format::json) return render_json(answer, json);
  if (output.format == Format::jsonl)
    return render_jsonl(answer, json) + (output.facets ? render_facets_line(answer, facets) : "");
  if (output.format == Format::trec) return render_trec(answer, "query");
  if (!output.is_table()) return render_text(answer, output.style);
  std::vector<Row> rows{output.columns()};
  const auto hits = hit_rows(answer, output.columns());
  rows.insert(rows.end(), hits.begin(), hits.end());
  return table(rows, output) +
         (output.facets ? more_rows({{}}, output) + more_rows(facet_rows(answer, facets), output) : "");
}

void print(const std::string& text, const Output& output) {
  output.format == Format::human ? print_page(text) : print(text);
}

void refuse_trec(const Output& output, const CommandLine& line) {
  if (output.format != Format::trec) return;
  throw Error(ErrorCode::usage,
              {fmt::format("--format: {} に trec の形はありません。", line.command),
               fmt::format("--format: {} has no trec form", line.command)},
              {"human、json、jsonl、tsv、csv のどれかです。", "One of human, json, jsonl, tsv, csv."});
}

}  // namespace chiho
