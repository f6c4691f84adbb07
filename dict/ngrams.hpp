// Character n-grams of folded text: how a word is found that MeCab never cuts out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// Every letter (unigrams) and every two letters that stand together (bigrams), in order, repeats included. A letter is
// a code point that is a letter, a mark, a number or a symbol that can be searched for (%, ℃, ♪ …: all but white space
// and control characters). White space separates; punctuation does not.
struct Ngrams {
  std::vector<std::string> unigrams;
  std::vector<std::string> bigrams;
};
Ngrams ngrams(std::string_view folded);

}  // namespace chiho
