#include "query/corrector.hpp"

#include <algorithm>

#include "query/slips.hpp"

namespace chiho {

namespace {

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The fewest words that a compound can be cut into, longest first, each of which stands somewhere. Empty if there is no
// such cut.
class Cutter {
 public:
  Cutter(const Analysis& analysis, Planner& planner)
      : analysis_(analysis), planner_(planner), dead_(analysis.tokens.size(), false) {}

  std::vector<std::string> cut(std::size_t first) {
    const auto& tokens = analysis_.tokens;
    if (first == tokens.size() || dead_[first]) return {};
    for (std::size_t end = tokens.size(); end > first; --end) {
      const std::string word = slice(first, end - 1);
      if (letters_in(word) < 2 || !stands(word)) continue;
      std::vector<std::string> rest = cut(end);
      if (end < tokens.size() && rest.empty()) continue;
      rest.insert(rest.begin(), word);
      return rest;
    }
    dead_[first] = true;
    return {};
  }

 private:
  [[nodiscard]] std::string slice(std::size_t first, std::size_t last) const {
    const auto begin = analysis_.tokens[first].offset;
    return analysis_.folded.text.substr(begin, analysis_.tokens[last].offset + analysis_.tokens[last].length - begin);
  }

  bool stands(const std::string& word) {
    Form form;
    form.text = word;
    return planner_.stands(form);
  }

  const Analysis& analysis_;
  Planner& planner_;
  std::vector<bool> dead_;  // where no cut begins that reaches the end
};

// A compound longer than this is no word that someone typed.
constexpr std::size_t most_parts = 12;

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

bool stands_somewhere(const Word& word, Planner& planner) {
  return std::ranges::any_of(word.forms, [&](const Form& form) { return planner.stands(form); });
}

}  // namespace

std::optional<std::string> cut_compounds(const std::vector<UnitClause>& clauses, Planner& planner) {
  return rewritten(clauses, [&](const Word& word) -> std::optional<std::string> {
    const Analysis& analysis = word.forms.front().analysis;
    if (analysis.compounds.empty() || analysis.tokens.size() > most_parts) return std::nullopt;
    const auto parts = Cutter(analysis, planner).cut(0);
    if (parts.size() < 2) return std::nullopt;
    std::string joined;
    for (const auto& part : parts) joined += (joined.empty() ? "" : " ") + part;
    return joined;
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
