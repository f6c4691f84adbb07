// chiho-search
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "corpus/jsonl.hpp"
#include "query/contacts.hpp"
#include "query/options.hpp"
#include "query/parser.hpp"
#include "query/render_json.hpp"
#include "query/render_table.hpp"
#include "query/render_text.hpp"
#include "query/searcher.hpp"

namespace chiho {

namespace {

enum class Format : std::uint8_t { human, json, jsonl, tsv, csv, trec };

Format format_of(const CommandLine& line) {
  const std::string name = line.value("format", line.has("json") ? "json" : "human");
  constexpr std::array<std::string_view, 6> names{"human", "json", "jsonl", "tsv", "csv", "trec"};
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<Format>(found - names.begin());
  throw Error(
      ErrorCode::usage,
      {fmt::format("--format: 「{}」は使えません。", name), fmt::format("--format: cannot be \"{}\"", name)},
      {fmt::format("{} のどれかです。", fmt::join(names, "、")), fmt::format("One of {}.", fmt::join(names, ", "))});
}

bool use_color(const CommandLine& line) {
  const std::string wanted = line.value("color", "auto");
  if (wanted == "always") return true;
  if (wanted == "never") return false;
  if (wanted != "auto")
    throw Error(
        ErrorCode::usage,
        {fmt::format("--color: 「{}」は使えません。", wanted), fmt::format("--color: cannot be \"{}\"", wanted)},
        {"auto、always、never のどれかです。", "One of auto, always, never."});
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

// What a command works with, opened once.
struct Engine {
  explicit Engine(const CommandLine& line) : index(index_path(line.value("db"))) {
    if (!line.has("no-synonyms")) synonyms.read(DictionaryPaths::standard().words / "synonyms.txt");
    if (line.has("synonyms")) synonyms.read(std::filesystem::path(line.value("synonyms")));
  }

  [[nodiscard]] Searcher searcher() const { return {index, analyzer, &synonyms}; }

  Index index;
  Analyzer analyzer;
  Synonyms synonyms;
};

std::string render(const Answer& answer, const CommandLine& line, Format format, const TextStyle& style,
                   const std::string& query_id) {
  switch (format) {
    case Format::json:
      return render_json(answer);
    case Format::jsonl:
      return render_jsonl(answer);
    case Format::tsv:
      return render_tsv(answer, columns_of(line));
    case Format::csv:
      return (line.has("bom") ? "\xEF\xBB\xBF" : "") + render_csv(answer, columns_of(line));
    case Format::trec:
      return render_trec(answer, query_id);
    default:
      return render_text(answer, style);
  }
}

int exit_code(const Answer& answer) {
  return answer.total > 0 ? 0 : 1;
}

int search(const CommandLine& line, const TextStyle& style) {
  const Request request = request_of(line);
  const Format format = format_of(line);
  const Engine engine(line);
  const bool blank = parse_query(request.query).empty() && request.filters.empty() && !request.page;
  if (blank && request.edition.empty() && format == Format::human) {
    print(render_overview(engine.index.metadata(), style));
    return 0;
  }
  const Answer answer = engine.searcher().search(request);
  print(render(answer, line, format, style, "query"));
  return exit_code(answer);
}

std::istream& open_batch(const std::string& name, std::ifstream& file) {
  if (name == "-") return std::cin;
  if (!std::filesystem::is_directory(name)) file.open(name, std::ios::binary);
  if (!file.is_open())
    throw Error(ErrorCode::io, {fmt::format("読めません: {}", name), fmt::format("cannot read {}", name)},
                {"ファイルの有無と権限を確かめてください。", "Check that the file exists and may be read."});
  return file;
}

// A line that is no query is reported, and the rest are still answered.
int batch(const CommandLine& line, const TextStyle& style) {
  Request request = request_of(line);
  const Format format = format_of(line);
  const Engine engine(line);
  const Searcher searcher = engine.searcher();
  const std::string name = line.value("batch");
  std::ifstream file;
  std::istream& in = open_batch(name, file);
  bool found = false;
  bool refused = false;
  std::size_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (number == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.ends_with('\r')) text.pop_back();
    if (text.empty()) continue;
    const std::size_t tab = text.find('\t');
    request.query = tab == std::string::npos ? text : text.substr(tab + 1);
    try {
      const Answer answer = searcher.search(request);
      found |= answer.total > 0;
      print(render(answer, line, format, style, text.substr(0, tab)));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::usage) throw;
      refused = true;
      const std::string report = fmt::format("{}:{}: {}\n", name, number, error.message().in(style.lang));
      std::fwrite(report.data(), 1, report.size(), stderr);
    }
  }
  return refused ? static_cast<int>(ErrorCode::usage) : found ? 0 : 1;
}

int facet_values(const CommandLine& line, const TextStyle& style) {
  CommandLine rest = line;
  std::vector<Field> wanted(facet_fields.begin(), facet_fields.end());
  if (!rest.arguments.empty()) {
    const auto named = std::ranges::find_if(
        facet_fields, [&](Field facet) { return info(facet).key == std::string_view(rest.arguments.front()); });
    if (named != facet_fields.end()) {
      wanted = {*named};
      rest.arguments.erase(rest.arguments.begin());
    }
  }
  Request request = request_of(rest);
  request.limit = 0;
  const Format format = format_of(line);
  const Engine engine(line);
  const Answer answer = engine.searcher().search(request);
  print(format == Format::json ? render_json(answer) : render_facets(answer, wanted, style));
  return exit_code(answer);
}

int needs(const CommandLine& line, const TextStyle& style) {
  const Engine engine(line);
  print(render_needs(engine.index.metadata(), style));
  return 0;
}

int show(const CommandLine& line, const TextStyle& style) {
  if (line.arguments.size() != 1)
    throw Error(ErrorCode::usage, {"show には id を一つ指定してください。", "show takes one id"},
                {"例: chiho-search show 2018-07/case/cambodia-water",
                 "Example: chiho-search show 2018-07/case/cambodia-water"});
  const Format format = format_of(line);
  const Engine engine(line);
  const auto hit = engine.searcher().find(line.arguments.front());
  if (!hit)
    throw Error(ErrorCode::usage,
                {fmt::format("この索引にない id です: {}", line.arguments.front()),
                 fmt::format("no such id in this index: {}", line.arguments.front())},
                {"id は検索結果の各件の最後の行にあります。", "The last line of each hit shows its id."});
  const Edition* edition = engine.index.metadata().edition(hit->record.edition);
  const auto note = edition == nullptr ? std::nullopt : std::optional(note_of(*edition));
  print(format == Format::json ? to_jsonl(hit->record) + "\n" : render_record(*hit, note, style));
  return 0;
}

int contact(const CommandLine& line, const TextStyle& style) {
  Request request = request_of(line);
  request.filters[Field::type].push_back({"contact", false});
  request.match = MatchMode::all;
  if (request.query.empty())
    throw Error(ErrorCode::usage,
                {"contact には担当課室の名前か番号を指定してください。", "contact takes an office's name or number"},
                {"例: chiho-search contact 開発協力総括課", "Example: chiho-search contact 開発協力総括課"});
  const Format format = format_of(line);
  const Engine engine(line);
  const Answer answer = engine.searcher().search(request);
  print(render(answer, line, format, style, "contact"));
  return exit_code(answer);
}

int run(const CommandLine& line, Lang lang) {
  if (line.has("version")) {
    print("chiho-search " CHIHO_VERSION "\n");
    return 0;
  }
  const TextStyle style{lang, use_color(line), line.has("facets")};
  if (line.command == "facets") return facet_values(line, style);
  if (line.command == "needs") return needs(line, style);
  if (line.command == "show") return show(line, style);
  if (line.command == "contact") return contact(line, style);
  return line.has("batch") ? batch(line, style) : search(line, style);
}

}  // namespace

}  // namespace chiho

int main(int argc, char** argv) {
  return chiho::run_program(chiho::search_program(), argc, argv, chiho::run);
}
