// Numbers in words: 十一月 is 11月, 3万人 is 30,000人.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "dict/token.hpp"

namespace chiho {

// The other ways to write the numbers of a word, folded, without the word itself: with digits, with commas, with 千 and
// 万, in kanji with units (二千十八) and without (二〇一八). A numeral is one only where MeCab cuts it as a word by
// itself, so that 三重県, 四国, 八王子, 千葉 and 一般 have none. Nor have the digits of codes and phone numbers, that
// stand beside ASCII letters or signs, and what begins with 0.
std::vector<std::string> numeral_spellings(const Analysis& word);

// The same word with its numbers in digits; empty where it has no other.
std::string in_digits(const Analysis& word);

// True if neither end of the folded range [begin, end) cuts a number in two.
bool is_whole_number(std::string_view text, std::size_t begin, std::size_t end);

// Where numbers begin or end inside of a word, but for the 月 after one.
std::vector<std::size_t> number_edges(std::string_view folded);

// True if the range stands by itself in a text of these tokens: it cuts no word and no number, and its own numbers are
// cut from what follows them. (三 in 三重県 stands nowhere, nor does 三重県 for 3重県.)
template <typename AnyToken>
bool stands_apart(std::string_view text, const std::vector<AnyToken>& tokens, std::size_t begin, std::size_t end) {
  auto token = std::ranges::lower_bound(tokens, begin, {}, &AnyToken::offset);
  if (token == tokens.end() || token->offset != begin) return false;
  while (token != tokens.end() && token->offset + token->length < end) ++token;
  if (token == tokens.end() || token->offset + token->length != end || !is_whole_number(text, begin, end)) return false;
  return std::ranges::all_of(number_edges(text.substr(begin, end - begin)), [&](std::size_t edge) {
    return std::ranges::binary_search(tokens, begin + edge, {}, &AnyToken::offset);
  });
}

}  // namespace chiho
