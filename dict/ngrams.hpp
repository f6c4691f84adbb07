// Character n-grams of folded text: how a word is found that MeCab never cuts out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// Every letter (unigrams) and every two letters that stand together (bigrams), in order, repeats included. A letter is
// any code point but white space and control characters, which separate: letters, marks, numbers, symbols (%, ℃, ♪) and
// punctuation alike, so that 03-5501 and 文化・交流 have their - and ・ in their bigrams.
struct Ngrams {
  std::vector<std::string> unigrams;
  std::vector<std::string> bigrams;
};
Ngrams ngrams(std::string_view folded);

}  // namespace chiho
