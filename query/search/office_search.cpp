#include "query/search/office_search.hpp"

#include <fmt/format.h>

#include <sstream>

#include "corpus/nearest.hpp"
#include "dict/normalize.hpp"
#include "query/search/office_records.hpp"

namespace chiho {

namespace {

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

}  // namespace

OfficesFound find_offices(const Searcher& searcher, const Index& index, const Analyzer& analyzer, Request request) {
  request.filters[Field::type].push_back({"contact", false});
  request.match = MatchMode::all;
  request.limit = all_hits;
  const auto editions = chosen_editions(index, request.edition);
  OfficesFound found{find_offices(editions, request.query, analyzer), {}};
  if (!found.entries.empty()) {
    found.answer = answer_of(searcher, request, found.entries);
  } else {
    found.answer = answer_by_text(searcher, request, editions);
    found.entries = entries_of(found.answer, index.metadata());
  }
  return found;
}

}  // namespace chiho
