#include "query/search/corrector.hpp"

#include <algorithm>

#include "bytes/utf8.hpp"
#include "query/index/terms.hpp"
#include "query/search/slips.hpp"

namespace chiho {

namespace {

// Of a query of more words than this none is a slip, or there is no telling which.
constexpr std::size_t most_words = 16;

std::size_t count_words(const std::vector<UnitClause>& clauses) {
  std::size_t words = 0;
  for (const UnitClause& clause : clauses) words += clause.front().words.size();
  return words;
}

// The query rewritten word by word; none unless some word was. Phrases, exclusions, fields and alternatives are left to
// those who typed them.
template <typename Rewrite>
std::optional<std::string> rewritten(const std::vector<UnitClause>& clauses, Rewrite rewrite) {
  if (count_words(clauses) > most_words) return std::nullopt;
  std::string query;
  bool changed = false;
  for (const UnitClause& clause : clauses) {
    const Unit& unit = clause.front();
    if (clause.size() != 1 || unit.exclude || unit.phrase || unit.field) return std::nullopt;
    for (const Word& word : unit.words) {
      const std::optional<std::string> better = rewrite(word);
      changed |= better.has_value();
      query += (query.empty() ? "" : " ") + better.value_or(word.text);
    }
  }
  return changed ? std::optional(query) : std::nullopt;
}

Form part(const Token& token, const std::string& text) {
  Form form = literal(text);
  form.literal = !stands_by_chance(text);
  form.terms = {word_term(token.term)};
  return form;
}

bool stands_somewhere(const Word& word, Planner& planner) {
  return !word.parts.empty() || std::ranges::any_of(word.forms, [&](const Form& form) { return planner.stands(form); });
}

}  // namespace

std::optional<std::string> separated(const std::vector<UnitClause>& clauses) {
  return rewritten(clauses, [&](const Word& word) -> std::optional<std::string> {
    if (word.parts.empty()) return std::nullopt;
    std::string joined;
    for (const Form& part : word.parts) joined += (joined.empty() ? "" : " ") + part.text;
    return joined;
  });
}

std::optional<std::string> reduced(const std::vector<UnitClause>& clauses, Planner& planner) {
  return rewritten(clauses, [&](const Word& word) -> std::optional<std::string> {
    if (stands_somewhere(word, planner)) return std::nullopt;
    const Analysis& analysis = word.forms.front().analysis;
    std::size_t words = 0;
    std::size_t kept = 0;
    std::string joined;
    for (const Token& token : analysis.tokens) {
      const std::string text = analysis.folded.text.substr(token.offset, token.length);
      if (!token.content || letter_count(text) < 2) continue;
      ++words;
      if (!planner.stands(part(token, text))) continue;
      kept += letter_count(text);
      joined += (joined.empty() ? "" : " ") + text;
    }
    const bool most = words > 1 && 2 * kept >= letter_count(analysis.folded.text);
    return most ? std::optional(joined) : std::nullopt;
  });
}

std::optional<std::string> mend_slips(const std::vector<UnitClause>& clauses, Planner& planner, const Index& index) {
  const SlipFinder slips(index);
  return rewritten(clauses, [&](const Word& word) -> std::optional<std::string> {
    if (stands_somewhere(word, planner)) return std::nullopt;
    return slips.meant(word);
  });
}

}  // namespace chiho
