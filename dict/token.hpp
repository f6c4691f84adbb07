// What the analyzer makes of a text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dict/normalize.hpp"

namespace chiho {

// MeCab's parts of speech, as far as search tells them apart.
enum class WordClass : std::uint8_t {
  noun,       // common, proper, verbal, number, unknown words; also what joins to one as prefix or suffix
  predicate,  // independent verbs and adjectives
  other,      // adverbs, interjections, conjunctions, adnominals, pronouns, dependent nouns and verbs
  particle,   // particles and auxiliaries: what makes a run of letters a sentence
  symbol      // no letter or digit in it
};

// Offsets and lengths are bytes of the folded text.
struct Token {
  std::string term;     // what is indexed: the base form, folded; katakana of 4 letters or more lose a final ー
  std::string reading;  // katakana; empty where unknown
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t position = 0;  // counts tokens of the text, symbols included
  WordClass word_class = WordClass::other;
  bool content = false;    // carries meaning: is indexed and searched as a word
  bool inflected = false;  // a predicate, in whatever form
  bool known = false;      // in a dictionary
};

// A run of two or more nouns that stand together: 無償|資金|協力. [first, last] index Analysis::tokens.
struct Compound {
  std::string term;  // the folded letters of the run
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct Analysis {
  Folded folded;
  std::vector<Token> tokens;        // in order; white space is in none
  std::vector<Compound> compounds;  // longest runs only, in order
};

}  // namespace chiho
