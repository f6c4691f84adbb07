#include "query/search/parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "bytes/utf8.hpp"

namespace chiho {

namespace {

// A compound longer than this is no word that someone typed.
constexpr std::size_t most_tokens = 12;

class Cutter {
 public:
  Cutter(const Analysis& analysis, const WordMaker& maker, Planner& planner)
      : analysis_(analysis), maker_(maker), planner_(planner) {}

  // The longest word that stands first, and so on; a letter is left over only where nothing else is. None if a longer
  // rest stands nowhere.
  std::optional<std::vector<std::string>> cut(std::size_t first) {
    const auto& tokens = analysis_.tokens;
    if (first == tokens.size()) return std::vector<std::string>{};
    if (const auto known = cuts_.find(first); known != cuts_.end()) return known->second;
    std::optional<std::vector<std::string>> best;
    for (std::size_t end = tokens.size(); end > first && !best; --end) {
      const std::string word = slice(first, end - 1);
      if (letter_count(word) < 2 || !planner_.stands(maker_.part(word))) continue;
      best = cut(end);
      if (best) best->insert(best->begin(), word);
    }
    if (!best && letter_count(slice(first, first)) < 2) best = cut(first + 1);
    return cuts_[first] = best;
  }

 private:
  [[nodiscard]] std::string slice(std::size_t first, std::size_t last) const {
    const auto begin = analysis_.tokens[first].offset;
    return analysis_.folded.text.substr(begin, analysis_.tokens[last].offset + analysis_.tokens[last].length - begin);
  }

  const Analysis& analysis_;
  const WordMaker& maker_;
  Planner& planner_;
  std::map<std::size_t, std::optional<std::vector<std::string>>> cuts_;  // from this token to the end
};

bool may_be_cut(const Unit& unit) {
  return !unit.exclude && !unit.phrase && !unit.field;
}

void cut_word(Word& word, const WordMaker& maker, Planner& planner) {
  const Analysis& analysis = word.forms.front().analysis;
  if (analysis.compounds.empty() || analysis.tokens.size() > most_tokens) return;
  if (std::ranges::any_of(word.forms, [&](const Form& form) { return planner.stands(form); })) return;
  const auto parts = Cutter(analysis, maker, planner).cut(0);
  if (!parts || parts->size() < 2) return;
  for (const auto& part : *parts) word.parts.push_back(maker.part(part));
}

}  // namespace

void cut_compounds(std::vector<UnitClause>& clauses, const WordMaker& maker, Planner& planner) {
  for (UnitClause& clause : clauses)
    for (Unit& unit : clause)
      if (may_be_cut(unit))
        for (Word& word : unit.words) cut_word(word, maker, planner);
}

}  // namespace chiho
