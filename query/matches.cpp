#include "query/matches.hpp"

#include <algorithm>

#include "dict/numerals.hpp"

namespace chiho {

namespace {

// What a form was found as at the folded range [begin, end): the longer word that it is a part of, another name of the
// word, or nothing to tell.
std::string found_as(const Form& form, const Analysis& analysis, std::size_t begin, std::size_t end) {
  const auto& tokens = analysis.tokens;
  const auto ends_after = [](std::size_t at, const Token& token) { return at < token.offset + token.length; };
  const auto first = std::upper_bound(tokens.begin(), tokens.end(), begin, ends_after);
  auto last = first;
  while (last != tokens.end() && last->offset + last->length < end) ++last;
  if (first == tokens.end() || last == tokens.end()) return {};
  const std::size_t from = std::min<std::size_t>(first->offset, begin);
  const std::size_t to = last->offset + last->length;
  const bool cut = from < begin || to > end;
  if (!cut && form.kind == FormKind::itself) return {};
  return cut ? analysis.folded.text.substr(from, to - from) : form.text;
}

// word_term(word) == term, without making it. (A word too long to be its own term is found by its letters.)
bool is_term_of(std::string_view term, std::string_view word) {
  return term.size() == word.size() + 1 && term.front() == 'W' && term.substr(1) == word;
}

class Finder {
 public:
  Finder(MatchedPassage& passage) : passage_(passage), folded_(passage.analysis.folded) {}

  void find(const Form& form, std::size_t word) {
    if (form.literal) find_letters(form, word);
    for (const auto& term : form.terms) find_term(form, term, word);
  }

 private:
  void add(const Form& form, std::size_t begin, std::size_t end, std::size_t word) {
    const auto range = folded_.source(begin, end);
    passage_.matches.push_back({range.begin, range.end, word, found_as(form, passage_.analysis, begin, end)});
  }

  void find_letters(const Form& form, std::size_t word) {
    if (form.text.empty()) return;
    for (auto at = folded_.text.find(form.text); at != std::string::npos;
         at = folded_.text.find(form.text, at + form.text.size()))
      if (!form.apart || stands_apart(folded_.text, passage_.analysis.tokens, at, at + form.text.size()))
        add(form, at, at + form.text.size(), word);
  }

  // A base form: what stands in the text is an inflection of it, or its other spelling.
  void find_term(const Form& form, const std::string& term, std::size_t word) {
    for (const Token& token : passage_.analysis.tokens)
      if (token.content && is_term_of(term, token.term)) {
        const auto range = folded_.source(token.offset, token.offset + token.length);
        passage_.matches.push_back(
            {range.begin, range.end, word, form.kind == FormKind::itself ? std::string() : form.text});
      }
  }

  MatchedPassage& passage_;
  const Folded& folded_;
};

}  // namespace

std::vector<Sought> sought_in(const std::vector<UnitClause>& clauses) {
  std::vector<Sought> sought;
  for (const UnitClause& clause : clauses)
    for (const Unit& unit : clause) {
      if (unit.exclude) continue;
      for (const Word& word : unit.words) {
        Sought one{word.text, {}};
        for (const Form& form : word.forms) one.forms.push_back(&form);
        sought.push_back(std::move(one));
      }
      Sought whole{unit.text, {}};
      for (const Form& form : unit.whole) whole.forms.push_back(&form);
      if (!whole.forms.empty()) sought.push_back(std::move(whole));
    }
  return sought;
}

std::vector<MatchedPassage> find_matches(const Record& record, const std::vector<Sought>& sought,
                                         const Analyzer& analyzer) {
  std::vector<MatchedPassage> found;
  for (Passage& passage : passages(record)) {
    Analysis analysis = analyzer.analyze(passage.text);
    found.push_back({std::move(passage), std::move(analysis), {}});
    Finder finder(found.back());
    for (std::size_t word = 0; word < sought.size(); ++word)
      for (const Form* form : sought[word].forms) finder.find(*form, word);
    std::ranges::stable_sort(found.back().matches, {}, &Match::begin);
  }
  return found;
}

}  // namespace chiho
