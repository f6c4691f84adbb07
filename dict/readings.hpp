// Readings: how a word sounds, so that むしょうしきん, ムショウシキン and musho shikin find 無償資金.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chiho {

// True for folded text that is all kana (long vowel mark included), not empty.
bool is_kana(std::string_view folded);
// Kana, its hiragana as katakana.
std::string in_katakana(std::string_view kana);
// True for folded text that is all Latin letters (macrons, ' and - included) with at least one vowel.
bool is_latin(std::string_view folded);

// The key under which a reading is kept and looked up: katakana, with ー and what only lengthens a vowel left out, so
// that spellings of one sound meet: ムショウシキン, むしょうしきん and ムショシキン are all ムショシキン; ヅ is ズ, ヂ
// is ジ, ヲ is オ.
std::string reading_key(std::string_view kana);

// Hepburn or Kunrei romaji as katakana; none where it is not romaji through and through (ODA is: オダ; JICA is not).
std::optional<std::string> katakana_of_romaji(std::string_view latin);

}  // namespace chiho
