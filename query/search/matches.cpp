#include "query/search/matches.hpp"

#include <algorithm>

#include "bytes/find_letters.hpp"
#include "dict/numerals.hpp"
#include "query/index/damage.hpp"

namespace chiho {

namespace {

// What a form was found as at the folded range [begin, end): the longer word that it is a part of, another name of the
// word, or nothing to tell.
std::string found_as(const Form& form, const MatchedPassage& passage, std::size_t begin, std::size_t end) {
  const auto& tokens = passage.tokens;
  const auto ends_after = [](std::size_t at, const StoredToken& token) { return at < token.offset + token.length; };
  const auto first = std::upper_bound(tokens.begin(), tokens.end(), begin, ends_after);
  auto last = first;
  while (last != tokens.end() && last->offset + last->length < end) ++last;
  if (first == tokens.end() || last == tokens.end()) return {};
  const std::size_t from = std::min<std::size_t>(first->offset, begin);
  const std::size_t to = last->offset + last->length;
  const bool cut = from < begin || to > end;
  if (!cut && form.kind == FormKind::itself) return {};
  return cut ? passage.folded.text.substr(from, to - from) : form.text;
}

// word_term(word) == term, without making it. (A word too long to be its own term is found by its letters.)
bool is_term_of(std::string_view term, std::string_view word) {
  return term.size() == word.size() + 1 && term.front() == 'W' && term.substr(1) == word;
}

class Finder {
 public:
  // `others`: the tokens of the passage that are indexed by another form, counted from its first.
  Finder(MatchedPassage& passage, const std::vector<OtherTerm>& others)
      : passage_(passage), others_(others), folded_(passage.folded) {}

  void find(const Form& form, std::size_t word) {
    if (form.literal) find_text(form, word);
    for (const auto& term : form.terms) find_term(form, term, word);
  }

 private:
  void add(const Form& form, std::size_t begin, std::size_t end, std::size_t word) {
    const auto range = folded_.source(begin, end);
    passage_.matches.push_back({range.begin, range.end, word, found_as(form, passage_, begin, end)});
  }

  void find_text(const Form& form, std::size_t word) {
    for (auto at = find_letters(folded_.text, form.text); at != std::string::npos;
         at = find_letters(folded_.text, form.text, at + form.text.size()))
      if (!form.apart || stands_apart(folded_.text, passage_.tokens, at, at + form.text.size()))
        add(form, at, at + form.text.size(), word);
  }

  // A base form: what stands in the text is an inflection of it, or its other spelling.
  void find_term(const Form& form, const std::string& term, std::size_t word) {
    auto other = others_.begin();
    for (std::uint32_t i = 0; i < passage_.tokens.size(); ++i) {
      const StoredToken& token = passage_.tokens[i];
      const bool by_other = other != others_.end() && other->token == i;
      const std::string_view surface = std::string_view(folded_.text).substr(token.offset, token.length);
      if (token.content && is_term_of(term, by_other ? other->term : surface)) add_term(form, token, word);
      if (by_other) ++other;
    }
  }

  void add_term(const Form& form, const StoredToken& token, std::size_t word) {
    const auto range = folded_.source(token.offset, token.offset + token.length);
    passage_.matches.push_back(
        {range.begin, range.end, word, form.kind == FormKind::itself ? std::string() : form.text});
  }

  MatchedPassage& passage_;
  const std::vector<OtherTerm>& others_;
  const Folded& folded_;
};

// Hands out the stored tokens passage by passage.
class PassageTokens {
 public:
  explicit PassageTokens(const StoredDocument& document)
      : tokens_(document.tokens()), others_(document.other_terms()) {}

  // Of the next passage, which stands at `span` of the document's text; offsets from its beginning.
  void take(const Span& span, std::vector<StoredToken>& tokens, std::vector<OtherTerm>& others) {
    const std::size_t first = token_;
    for (; token_ < tokens_.size() && tokens_[token_].offset < span.end; ++token_) {
      tokens.push_back(tokens_[token_]);
      tokens.back().offset -= static_cast<std::uint32_t>(span.begin);
    }
    for (; other_ < others_.size() && others_[other_].token < token_; ++other_)
      others.push_back({static_cast<std::uint32_t>(others_[other_].token - first), others_[other_].term});
  }

 private:
  std::vector<StoredToken> tokens_;
  std::vector<OtherTerm> others_;
  std::size_t token_ = 0;
  std::size_t other_ = 0;
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
        for (const Form& part : word.parts) one.forms.push_back(&part);
        sought.push_back(std::move(one));
      }
      Sought whole{unit.text, {}};
      for (const Form& form : unit.whole) whole.forms.push_back(&form);
      if (!whole.forms.empty()) sought.push_back(std::move(whole));
    }
  return sought;
}

std::vector<MatchedPassage> find_matches(const Record& record, const StoredDocument& document,
                                         const std::vector<Sought>& sought) {
  std::vector<MatchedPassage> found;
  const auto stored = document.passages();
  PassageTokens tokens(document);
  for (Passage& passage : passages(record)) {
    Folded folded = fold(passage.text);
    if (found.size() == stored.size()) throw_damaged_record();
    const auto& [field, span] = stored[found.size()];
    if (field != passage.field || folded.text.size() != span.end - span.begin) throw_damaged_record();
    found.push_back({std::move(passage), std::move(folded), {}, {}});
    std::vector<OtherTerm> others;
    tokens.take(span, found.back().tokens, others);
    Finder finder(found.back(), others);
    for (std::size_t word = 0; word < sought.size(); ++word)
      for (const Form* form : sought[word].forms) finder.find(*form, word);
    std::ranges::stable_sort(found.back().matches, {}, &Match::begin);
  }
  return found;
}

}  // namespace chiho
