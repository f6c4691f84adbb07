#include "dict/okurigana.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "bytes/utf8.hpp"
#include "dict/letters.hpp"

namespace chiho {
namespace {

// What stands for a kanji in a word counts as one.
bool is_written_as_kanji(char32_t letter) {
  return is_kanji(letter) || letter == U'々' || letter == U'〆';
}

// The hiragana that a word ends with, as katakana.
std::u32string ending(std::u32string_view word) {
  std::u32string kana;
  while (!word.empty() && is_hiragana(word.back())) {
    kana.insert(kana.begin(), word.back() + (U'ァ' - U'ぁ'));
    word.remove_suffix(1);
  }
  return kana;
}

// The last sound of a verb and that of its stem.
constexpr std::array<std::pair<char32_t, char32_t>, 9> kStemEndings{{{U'ウ', U'イ'},
                                                                     {U'ク', U'キ'},
                                                                     {U'グ', U'ギ'},
                                                                     {U'ス', U'シ'},
                                                                     {U'ツ', U'チ'},
                                                                     {U'ヌ', U'ニ'},
                                                                     {U'ブ', U'ビ'},
                                                                     {U'ム', U'ミ'},
                                                                     {U'ル', U'リ'}}};

}  // namespace

std::string kanji_of(std::string_view folded) {
  std::string kanji;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t letter = next_letter(folded, at);
    if (is_written_as_kanji(letter))
      append_letter(kanji, letter);
    else if (!is_hiragana(letter))
      return {};
  }
  return kanji;
}

std::string base_reading(std::string_view surface, std::string_view reading, std::string_view base) {
  const std::u32string shown = letters_of(surface);
  const std::u32string whole = letters_of(base);
  std::u32string sound = letters_of(reading);
  const std::u32string shown_ending = ending(shown);
  const std::u32string base_ending = ending(whole);
  const std::u32string stem = shown.substr(0, shown.size() - shown_ending.size());
  if (!sound.ends_with(shown_ending) || stem != whole.substr(0, whole.size() - base_ending.size())) return {};
  sound.resize(sound.size() - shown_ending.size());
  return sound.empty() ? std::string() : utf8_of(sound + base_ending);
}

std::vector<std::string> stem_readings(std::string_view base, std::string_view base_reading) {
  constexpr std::size_t kTwoKanji = 2;
  std::u32string sound = letters_of(base_reading);
  if (sound.size() < 2 || letters_of(kanji_of(base)).size() < kTwoKanji || ending(letters_of(base)).empty()) return {};
  const char32_t last = sound.back();
  sound.pop_back();
  std::vector<std::string> stems;
  if (last == U'ル') stems.push_back(utf8_of(sound));
  const auto* changed = std::ranges::find(kStemEndings, last, &std::pair<char32_t, char32_t>::first);
  if (changed != kStemEndings.end()) stems.push_back(utf8_of(sound + changed->second));
  return stems;
}

}  // namespace chiho
