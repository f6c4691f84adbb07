#include "query/search/kana_words.hpp"

#include <algorithm>
#include <array>

#include "bytes/utf8.hpp"

namespace chiho {

namespace {

// What may join two nouns to one name. Case and binding particles only.
constexpr std::array<char32_t, 9> particles{U'の', U'を', U'に', U'で', U'と', U'は', U'が', U'も', U'へ'};

constexpr std::size_t longest_kana = 64;  // letters; what is longer was not typed as one word
constexpr std::size_t longest_word = 20;

// The best way to cut the letters up to some place.
struct Cut {
  std::size_t pieces = 0;
  std::size_t begin = 0;  // of the last piece
  bool particle = false;  // the last piece
  bool possible = false;
};

}  // namespace

std::optional<std::vector<std::string>> kana_words(std::string_view kana,
                                                   const std::function<bool(const std::string&)>& is_reading) {
  const std::u32string letters = letters_of(kana);
  if (letters.size() > longest_kana) return std::nullopt;
  std::vector<Cut> cuts(letters.size() + 1);
  cuts[0].possible = true;
  const auto offer = [&](std::size_t begin, std::size_t end, bool particle) {
    const std::size_t pieces = cuts[begin].pieces + 1;
    if (!cuts[end].possible || pieces < cuts[end].pieces) cuts[end] = {pieces, begin, particle, true};
  };
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    if (!cuts[begin].possible) continue;
    for (std::size_t end = begin + 2; end <= std::min(letters.size(), begin + longest_word); ++end)
      if (is_reading(utf8_of(letters.substr(begin, end - begin)))) offer(begin, end, false);
    const bool between = begin > 0 && !cuts[begin].particle && begin + 1 < letters.size();
    if (between && std::ranges::find(particles, letters[begin]) != particles.end()) offer(begin, begin + 1, true);
  }
  if (!cuts.back().possible) return std::nullopt;
  std::vector<std::string> words;
  for (std::size_t end = letters.size(); end > 0; end = cuts[end].begin)
    if (!cuts[end].particle) words.push_back(utf8_of(letters.substr(cuts[end].begin, end - cuts[end].begin)));
  std::ranges::reverse(words);
  return words.size() < 2 ? std::nullopt : std::optional(words);
}

}  // namespace chiho
