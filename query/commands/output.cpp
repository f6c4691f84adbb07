#include "query/commands/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>

#include "query/options.hpp"
#include "query/render_json.hpp"
#include "query/render_table.hpp"

namespace chiho {

namespace {

bool use_color(const CommandLine& line) {
  const std::string wanted = line.value("color", "auto");
  if (wanted != "auto") return wanted == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

std::vector<std::string> columns_of(const CommandLine& line) {
  if (!line.has("fields")) return default_columns();
  std::vector<std::string> columns;
  std::istringstream in(line.value("fields"));
  for (std::string name; std::getline(in, name, ',');) {
    if (!is_column(name))
      throw Error(
          ErrorCode::usage,
          {fmt::format("--fields: 「{}」という欄はありません。", name), fmt::format("--fields: no field \"{}\"", name)},
          {fmt::format("ある欄: {}", fmt::join(default_columns(), "、")),
           fmt::format("There are: {}", fmt::join(default_columns(), ", "))});
    columns.push_back(name);
  }
  return columns;
}

}  // namespace

Output output_of(const CommandLine& line, Lang lang) {
  Output output;
  output.format = line.has("format") || !line.has("json") ? choice<Format>(line, "format") : Format::json;
  output.columns = columns_of(line);
  output.bom = line.has("bom");
  output.style = {lang, use_color(line), line.has("facets")};
  return output;
}

std::string render(const Answer& answer, const Output& output, const std::string& query_id) {
  switch (output.format) {
    case Format::json:
      return render_json(answer);
    case Format::jsonl:
      return render_jsonl(answer);
    case Format::tsv:
      return render_tsv(answer, output.columns);
    case Format::csv:
      return (output.bom ? "\xEF\xBB\xBF" : "") + render_csv(answer, output.columns);
    case Format::trec:
      return render_trec(answer, query_id);
    case Format::human:
      break;
  }
  return render_text(answer, output.style);
}

}  // namespace chiho
