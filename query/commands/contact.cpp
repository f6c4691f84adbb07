// chiho-search contact
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/options.hpp"
#include "query/commands/output.hpp"
#include "query/search/office_records.hpp"
#include "query/search/office_search.hpp"
#include "query/show/render_directory.hpp"
#include "query/show/render_json.hpp"

namespace chiho {

namespace {

std::string render(const Answer& answer, const std::vector<DirectoryEntry>& entries, const Output& output) {
  if (output.format == Format::json) return render_json(answer, {{}, {}, &entries});
  if (output.format == Format::jsonl) return render_offices_jsonl(entries);
  if (output.is_table()) return table(directory_rows(entries), output);
  return entries.empty() ? render_text(answer, output.style) : render_directory(entries, output.style);
}

}  // namespace

int contact_command(const CommandLine& line, Lang lang) {
  const Request request = request_of(line);
  if (request.query.empty())
    throw Error(ErrorCode::usage,
                {"contact には担当課室の名前か番号を指定してください。", "contact takes an office's name or number"},
                {"例: chiho-search contact 開発協力総括課", "Example: chiho-search contact 開発協力総括課"});
  const Output output = output_of(line, lang);
  refuse_trec(output, line);
  const Engine engine(line, lang);
  const Searcher searcher = engine.searcher();
  auto [entries, answer] = find_offices(searcher, engine.index, engine.analyzer, request);
  const bool for_script = output.format == Format::json || output.format == Format::jsonl;
  if (for_script || entries.size() <= offices_told_in_full) add_charges(searcher, entries);
  print(render(answer, entries, output), output);
  return entries.empty() ? 1 : 0;
}

}  // namespace chiho
