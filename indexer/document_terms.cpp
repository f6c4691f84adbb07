#include "indexer/document_terms.hpp"

#include <algorithm>

#include "dict/readings.hpp"
#include "query/index/terms.hpp"

namespace chiho {

void DocumentTerms::add(const Analysis& analysis, Xapian::termcount weight) {
  for (const Token& token : analysis.tokens)
    if (token.content) terms_.emplace_back(word_term(token.term), weight);
  for (const Compound& compound : analysis.compounds) terms_.emplace_back(compound_term(compound.term), weight);
  add_joined_katakana(analysis);
}

// ジャパン・ハウス is also written ジャパンハウス.
void DocumentTerms::add_joined_katakana(const Analysis& analysis) {
  const std::string& text = analysis.folded.text;
  std::string joined;
  std::size_t parts = 0;
  for (const Token& token : analysis.tokens) {
    const std::string letters = text.substr(token.offset, token.length);
    if (letters == "・" && parts > 0) continue;
    if (is_kana(letters) && token.word_class == WordClass::noun) {
      joined += letters;
      ++parts;
      continue;
    }
    if (parts > 1) terms_.emplace_back(compound_term(joined), 1);
    joined.clear();
    parts = 0;
  }
  if (parts > 1) terms_.emplace_back(compound_term(joined), 1);
}

void DocumentTerms::put(Xapian::Document& document) {
  std::ranges::sort(terms_);
  for (auto term = terms_.begin(); term != terms_.end();) {
    const auto first = term;
    Xapian::termcount count = 0;
    for (; term != terms_.end() && term->first == first->first; ++term) count += term->second;
    document.add_term(first->first, count);
  }
}

}  // namespace chiho
