// Character n-grams of folded text: how a word is found that MeCab never cuts out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bytes/utf8.hpp"

namespace chiho {

// Every letter (unigrams) and every two letters that stand together (bigrams), in order, repeats included. A letter is
// any code point but white space and control characters, which separate: letters, marks, numbers, symbols (%, ℃, ♪) and
// punctuation alike, so that 03-5501 and 文化・交流 have their - and ・ in their bigrams.
struct Ngrams {
  std::vector<std::string> unigrams;
  std::vector<std::string> bigrams;
};
Ngrams ngrams(std::string_view folded);

// True for what is no letter here.
bool separates(char32_t letter);

// The same without a string each: visit(before, letter) for every letter, `before` the one that it stands together
// with, or 0.
template <typename Visit>
void for_each_ngram(std::string_view folded, Visit&& visit) {
  char32_t before = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t letter = next_letter(folded, at);
    const bool separator = separates(letter);
    if (!separator) visit(before, letter);
    before = separator ? U'\0' : letter;
  }
}

}  // namespace chiho
