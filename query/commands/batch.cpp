// chiho-search --batch: one query a line
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "bytes/file.hpp"
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/options.hpp"
#include "query/commands/output.hpp"
#include "query/program/terminal.hpp"
#include "query/search/parser.hpp"
#include "query/show/render_json.hpp"

namespace chiho {

namespace {

std::istream& open_batch(const std::string& name, std::ifstream& file) {
  if (name == "-") return std::cin;
  if (!std::filesystem::is_directory(name)) file.open(name, std::ios::binary);
  if (!file.is_open()) throw_unreadable(name);
  return file;
}

// What is printed before the first query.
std::string heading(const Output& output) {
  if (!output.is_table()) return "";
  Row columns{"query_id"};
  const auto rest = output.columns();
  columns.insert(columns.end(), rest.begin(), rest.end());
  return table({columns}, output);
}

std::string render_one(const Answer& answer, const std::string& id, const Output& output) {
  const JsonStyle json{output.fields, id, nullptr};
  switch (output.format) {
    case Format::json:
      return render_json(answer, json);
    case Format::jsonl:
      return render_jsonl(answer, json) +
             (output.facets ? render_facets_line(answer, {facet_fields.begin(), facet_fields.end()}, json) : "");
    case Format::trec:
      return render_trec(answer, id);
    case Format::human:
      return fmt::format("=== {}\n", for_terminal(id)) + render_text(answer, output.style) + "\n";
    default:
      break;
  }
  auto rows = hit_rows(answer, output.columns());
  for (Row& row : rows) row.insert(row.begin(), id);
  return more_rows(rows, output);
}

struct BatchLine {
  std::string id;
  std::string query;
};

// A query without an id has its line's number.
BatchLine batch_line(const std::string& text, std::size_t number) {
  const std::size_t tab = text.find('\t');
  BatchLine line{text.substr(0, tab == std::string::npos ? 0 : tab), text.substr(tab + 1)};
  if (line.id.empty()) line.id = std::to_string(number);
  return line;
}

void refuse_empty(const Request& request) {
  if (parse_query(request.query).empty() && request.filters.empty() && !request.page)
    throw Error(ErrorCode::usage, {"検索語がありません。", "there is no query"});
}

void refuse_spaced(const std::string& id, const Output& output) {
  if (output.format == Format::trec && id.find(' ') != std::string::npos)
    throw Error(ErrorCode::usage, {"trec 形式では id に空白を使えません。", "an id in a trec file has no spaces"});
}

void refuse_facets_of_table(const Output& output) {
  if (!output.facets || !output.is_table()) return;
  throw Error(ErrorCode::usage,
              {"--facets: --batch の表には入れられません。", "--facets: a table of a batch has no place for them"},
              {"--format jsonl か json を使ってください。", "Use --format jsonl or json."});
}

}  // namespace

// A line that is no query is reported, and the rest are still answered.
int batch_command(const CommandLine& line, Lang lang) {
  Request request = request_of(line);
  const Output output = output_of(line, lang);
  refuse_facets_of_table(output);
  if (!line.arguments.empty())
    throw Error(
        ErrorCode::usage,
        {"--batch と検索語は一緒に使えません。", "--batch takes its words from the file, not from the command line"},
        {"絞り込みのオプションは一緒に使えます。", "Filters can stand beside it."});
  const Engine engine(line, lang);
  const Searcher searcher = engine.searcher();
  const std::string name = line.value("batch");
  std::ifstream file;
  std::istream& in = open_batch(name, file);
  print(heading(output));
  bool found = false;
  bool refused = false;
  std::size_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (number == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.ends_with('\r')) text.pop_back();
    if (text.empty()) continue;
    try {
      const BatchLine asked = batch_line(text, number);
      request.query = asked.query;
      refuse_empty(request);
      refuse_spaced(asked.id, output);
      const Answer answer = searcher.search(request);
      found |= answer.total > 0;
      print(render_one(answer, asked.id, output));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::usage) throw;
      refused = true;
      const std::string report = for_terminal(fmt::format("{}:{}: {}\n", name, number, error.message().in(lang)));
      std::fwrite(report.data(), 1, report.size(), stderr);
    }
  }
  return refused ? static_cast<int>(ErrorCode::usage) : found ? 0 : 1;
}

}  // namespace chiho
