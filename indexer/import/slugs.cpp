#include "import/slugs.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

using Pair = std::pair<std::u32string_view, std::string_view>;

// Two letters before one: キャ before キ.
constexpr std::array digraphs{
    Pair{U"キャ", "kya"}, Pair{U"キュ", "kyu"}, Pair{U"キョ", "kyo"}, Pair{U"シャ", "sha"}, Pair{U"シュ", "shu"},
    Pair{U"ショ", "sho"}, Pair{U"チャ", "cha"}, Pair{U"チュ", "chu"}, Pair{U"チョ", "cho"}, Pair{U"ニャ", "nya"},
    Pair{U"ニュ", "nyu"}, Pair{U"ニョ", "nyo"}, Pair{U"ヒャ", "hya"}, Pair{U"ヒュ", "hyu"}, Pair{U"ヒョ", "hyo"},
    Pair{U"ミャ", "mya"}, Pair{U"ミュ", "myu"}, Pair{U"ミョ", "myo"}, Pair{U"リャ", "rya"}, Pair{U"リュ", "ryu"},
    Pair{U"リョ", "ryo"}, Pair{U"ギャ", "gya"}, Pair{U"ギュ", "gyu"}, Pair{U"ギョ", "gyo"}, Pair{U"ジャ", "ja"},
    Pair{U"ジュ", "ju"},  Pair{U"ジョ", "jo"},  Pair{U"ビャ", "bya"}, Pair{U"ビュ", "byu"}, Pair{U"ビョ", "byo"},
    Pair{U"ピャ", "pya"}, Pair{U"ピュ", "pyu"}, Pair{U"ピョ", "pyo"}, Pair{U"ファ", "fa"},  Pair{U"フィ", "fi"},
    Pair{U"フェ", "fe"},  Pair{U"フォ", "fo"},  Pair{U"ティ", "ti"},  Pair{U"ディ", "di"},  Pair{U"デュ", "du"},
    Pair{U"シェ", "she"}, Pair{U"ジェ", "je"},  Pair{U"チェ", "che"}, Pair{U"ウィ", "wi"},  Pair{U"ウェ", "we"},
    Pair{U"ヴァ", "va"},  Pair{U"ヴィ", "vi"},  Pair{U"ヴェ", "ve"},  Pair{U"ヴォ", "vo"}};

// From ァ (U+30A1) to ヴ (U+30F4).
constexpr std::array<std::string_view, 84> letters_of_kana{
    "a",  "a",   "i",  "i",  "u",  "u",   "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi", "ku", "gu",  "ke",
    "ge", "ko",  "go", "sa", "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo", "ta", "da", "chi", "ji",
    "",   "tsu", "zu", "te", "de", "to",  "do", "na", "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi",  "bi",
    "pi", "fu",  "bu", "pu", "he", "be",  "pe", "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "ya",  "ya",
    "yu", "yu",  "yo", "yo", "ra", "ri",  "ru", "re", "ro", "wa", "wa", "i",  "e",  "o",  "n",  "vu"};

constexpr char32_t first_kana = 0x30A1;
constexpr char32_t small_tsu = 0x30C3;
constexpr std::size_t longest = 40;

std::string_view romaji_at(std::u32string_view kana, std::size_t at, std::size_t& length) {
  length = 2;
  for (const auto& [two, latin] : digraphs)
    if (kana.substr(at, 2) == two) return latin;
  length = 1;
  if (kana[at] < first_kana || kana[at] >= first_kana + letters_of_kana.size()) return {};
  return letters_of_kana[kana[at] - first_kana];
}

// "ou" and "uu" are long vowels: キョウリョク is kyoryoku.
bool lengthens(std::string_view romaji, std::string_view next) {
  return (next == "u" && (romaji.ends_with('o') || romaji.ends_with('u'))) || (next == "o" && romaji.ends_with('o'));
}

std::vector<std::string> words_of(const Analysis& analysis) {
  std::vector<std::string> words;
  for (const Token& token : analysis.tokens) {
    std::string word;
    for (const char c : token.term)
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) word += c;
    if (word.empty()) word = romaji_of(token.reading.empty() ? token.term : token.reading);
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

std::string romaji_of(std::string_view reading) {
  std::u32string kana = letters_of(reading);
  for (char32_t& letter : kana)
    if (letter >= 0x3041 && letter <= 0x3096) letter += 0x60;  // hiragana
  std::string romaji;
  bool doubled = false;
  for (std::size_t at = 0; at < kana.size();) {
    std::size_t length = 1;
    const std::string_view latin = romaji_at(kana, at, length);
    if (kana[at] == small_tsu) {
      doubled = true;
    } else if (!latin.empty() && !lengthens(romaji, latin)) {
      if (doubled) romaji += latin.starts_with("ch") ? 't' : latin.front();
      romaji += latin;
      doubled = false;
    }
    at += length;
  }
  return romaji;
}

std::string Slugs::of(std::string_view name) {
  std::string slug;
  for (const std::string& word : words_of(analyzer_.analyze(name.substr(0, 600)))) {
    if (!slug.empty() && slug.size() + 1 + word.size() > longest) break;
    if (!slug.empty()) slug += '-';
    slug += word.substr(0, longest);
  }
  if (slug.empty()) slug = fallback_;
  std::string id = slug;
  for (int& times = times_[slug]; !used_.insert(id).second;) id = slug + "-" + std::to_string(++times + 1);
  return id;
}

}  // namespace chiho::brochure
