// chiho-search contact
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "corpus/nearest.hpp"
#include "dict/normalize.hpp"
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/output.hpp"
#include "query/office_records.hpp"
#include "query/options.hpp"
#include "query/render_directory.hpp"
#include "query/render_json.hpp"

namespace chiho {

namespace {

// Of more offices than this only the numbers are wanted.
constexpr std::size_t told_in_full = 3;

constexpr std::uint32_t all_hits = 1'000'000;

// The contact records of these offices, as a search for them would answer.
Answer answer_of(const Searcher& searcher, Request request, const std::vector<DirectoryEntry>& entries) {
  const std::string typed = request.query;
  request.query.clear();
  for (const DirectoryEntry& entry : entries) request.filters[Field::office].push_back({entry.contact.office, false});
  Answer answer = searcher.search(request);
  answer.query = typed;
  return answer;
}

// Each word as it stands: of a sentence, a part would find offices that nobody asked for.
std::string as_phrases(const std::string& typed) {
  std::string phrases;
  std::istringstream words(folded(typed));
  for (std::string word; words >> word;)
    if (word.find('"') == std::string::npos) phrases += fmt::format("\"{}\" ", word);
  return phrases;
}

// What only the text of a contact record says, or nothing and the names that may have been meant.
Answer answer_by_text(const Searcher& searcher, Request request, const std::vector<const Edition*>& editions) {
  const std::string typed = request.query;
  request.query = as_phrases(typed);
  Answer answer = searcher.search(request);
  answer.query = typed;
  if (answer.total > 0 && !answer.corrected) return answer;
  answer.total = 0;
  answer.hits.clear();
  answer.corrected.reset();
  std::vector<std::string> names;
  for (const Edition* edition : editions)
    for (const Office& office : edition->offices) names.push_back(office.name);
  answer.suggestions = nearest(typed, names);
  return answer;
}

std::string render(const Answer& answer, const std::vector<DirectoryEntry>& entries, const Output& output) {
  if (output.format == Format::json) return render_json(answer, {{}, {}, &entries});
  if (output.format == Format::jsonl) return render_offices_jsonl(entries);
  if (output.is_table()) return table(directory_rows(entries), output);
  return entries.empty() ? render_text(answer, output.style) : render_directory(entries, output.style);
}

}  // namespace

int contact_command(const CommandLine& line, Lang lang) {
  Request request = request_of(line);
  request.filters[Field::type].push_back({"contact", false});
  request.match = MatchMode::all;
  request.limit = all_hits;
  if (request.query.empty())
    throw Error(ErrorCode::usage,
                {"contact には担当課室の名前か番号を指定してください。", "contact takes an office's name or number"},
                {"例: chiho-search contact 開発協力総括課", "Example: chiho-search contact 開発協力総括課"});
  const Output output = output_of(line, lang);
  refuse_trec(output, line);
  const Engine engine(line);
  const Searcher searcher = engine.searcher();
  const auto editions = chosen_editions(engine.index, request.edition);
  auto entries = find_offices(editions, request.query, engine.analyzer);
  const Answer answer =
      entries.empty() ? answer_by_text(searcher, request, editions) : answer_of(searcher, request, entries);
  if (entries.empty()) entries = entries_of(answer, engine.index.metadata());
  const bool for_script = output.format == Format::json || output.format == Format::jsonl;
  if (for_script || entries.size() <= told_in_full) add_charges(searcher, entries);
  print(render(answer, entries, output), output);
  return entries.empty() ? 1 : 0;
}

}  // namespace chiho
