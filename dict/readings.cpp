#include "dict/readings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "bytes/utf8.hpp"
#include "dict/letters.hpp"

namespace chiho {
namespace {

// ---- Kana

constexpr char32_t kLongVowel = U'ー';

bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FE);
}

// The vowel (ア イ ウ エ オ) that a katakana ends in, 0 for ン, ッ and what is no katakana.
char32_t vowel_of(char32_t c) {
  constexpr std::array<std::u32string_view, 5> kRows = {
      U"アァカガサザタダナハバパマヤャラワヮ", U"イィキギシジチニヒビピミリ", U"ウゥクグスズツヌフブプムユュルヴ",
      U"エェケゲセゼテデネヘベペメレ", U"オォコゴソゾトドノホボポモヨョロ"};
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].find(c) != std::u32string_view::npos) return U"アイウエオ"[i];
  }
  return 0;
}

// セイ and セエ are セー, トウ and トオ are トー.
bool lengthens(char32_t vowel, char32_t c) {
  if (c == vowel) return true;
  return (vowel == U'エ' && c == U'イ') || (vowel == U'オ' && c == U'ウ');
}

// One letter for those that sound alike today.
char32_t one_sound(char32_t c) {
  switch (c) {
    case U'ヂ':
      return U'ジ';
    case U'ヅ':
      return U'ズ';
    case U'ヲ':
      return U'オ';
    case U'ヰ':
      return U'イ';
    case U'ヱ':
      return U'エ';
    default:
      return c;
  }
}

// ヴェトナム and ベトナム: the b-row letter for ヴ and the small vowel after it, which is passed over.
char32_t b_of_v(char32_t next, std::size_t& at) {
  constexpr std::u32string_view kSmall = U"ァィェォぁぃぇぉ";
  const std::size_t place = kSmall.find(next);
  if (place == std::u32string_view::npos) return U'ブ';
  ++at;
  return U"バビベボ"[place % 4];
}

// ---- Romaji

struct Onset {
  std::string_view latin;
  std::array<std::string_view, 5> kana;  // with a i u e o; empty where there is no such syllable
};

// Hepburn, Kunrei and Nihon-shiki, and the onsets of loan words that Hepburn writes.
constexpr std::array<Onset, 44> kOnsets = {{
    {"", {"ア", "イ", "ウ", "エ", "オ"}},
    {"k", {"カ", "キ", "ク", "ケ", "コ"}},
    {"g", {"ガ", "ギ", "グ", "ゲ", "ゴ"}},
    {"s", {"サ", "シ", "ス", "セ", "ソ"}},
    {"z", {"ザ", "ジ", "ズ", "ゼ", "ゾ"}},
    {"t", {"タ", "チ", "ツ", "テ", "ト"}},
    {"d", {"ダ", "ヂ", "ヅ", "デ", "ド"}},
    {"n", {"ナ", "ニ", "ヌ", "ネ", "ノ"}},
    {"h", {"ハ", "ヒ", "フ", "ヘ", "ホ"}},
    {"b", {"バ", "ビ", "ブ", "ベ", "ボ"}},
    {"p", {"パ", "ピ", "プ", "ペ", "ポ"}},
    {"m", {"マ", "ミ", "ム", "メ", "モ"}},
    {"y", {"ヤ", "", "ユ", "イェ", "ヨ"}},
    {"r", {"ラ", "リ", "ル", "レ", "ロ"}},
    {"w", {"ワ", "ウィ", "", "ウェ", "ヲ"}},
    {"f", {"ファ", "フィ", "フ", "フェ", "フォ"}},
    {"v", {"ヴァ", "ヴィ", "ヴ", "ヴェ", "ヴォ"}},
    {"j", {"ジャ", "ジ", "ジュ", "ジェ", "ジョ"}},
    {"sh", {"シャ", "シ", "シュ", "シェ", "ショ"}},
    {"ch", {"チャ", "チ", "チュ", "チェ", "チョ"}},
    {"ts", {"ツァ", "ツィ", "ツ", "ツェ", "ツォ"}},
    {"dz", {"", "ヂ", "ヅ", "", ""}},
    {"ky", {"キャ", "", "キュ", "", "キョ"}},
    {"gy", {"ギャ", "", "ギュ", "", "ギョ"}},
    {"sy", {"シャ", "", "シュ", "", "ショ"}},
    {"zy", {"ジャ", "", "ジュ", "", "ジョ"}},
    {"jy", {"ジャ", "", "ジュ", "", "ジョ"}},
    {"ty", {"チャ", "", "チュ", "", "チョ"}},
    {"dy", {"ヂャ", "", "ヂュ", "", "ヂョ"}},
    {"cy", {"チャ", "", "チュ", "", "チョ"}},
    {"ny", {"ニャ", "", "ニュ", "", "ニョ"}},
    {"hy", {"ヒャ", "", "ヒュ", "", "ヒョ"}},
    {"by", {"ビャ", "", "ビュ", "", "ビョ"}},
    {"py", {"ピャ", "", "ピュ", "", "ピョ"}},
    {"my", {"ミャ", "", "ミュ", "", "ミョ"}},
    {"ry", {"リャ", "", "リュ", "", "リョ"}},
    {"fy", {"", "", "フュ", "", ""}},
    {"vy", {"", "", "ヴュ", "", ""}},
    {"kw", {"クワ", "", "", "", ""}},
    {"gw", {"グワ", "", "", "", ""}},
    {"shy", {"シャ", "", "シュ", "", "ショ"}},
    {"chy", {"チャ", "", "チュ", "", "チョ"}},
    {"th", {"", "ティ", "", "", ""}},
    {"dh", {"", "ディ", "", "", ""}},
}};

constexpr std::string_view kVowels = "aiueo";

// A Latin letter of romaji: the plain letter, and whether it has a mark that makes it long (ō, ô).
struct Roman {
  char letter = 0;  // 0 where it is none
  bool is_long = false;
};

Roman roman(char32_t c) {
  if (c >= U'a' && c <= U'z') return {static_cast<char>(c)};
  if (c == U'\'' || c == U'’') return {'\''};
  if (c == U'-') return {'-'};
  constexpr std::u32string_view kMacrons = U"āīūēō";
  constexpr std::u32string_view kCircumflexes = U"âîûêô";
  for (const std::u32string_view marked : {kMacrons, kCircumflexes}) {
    if (const std::size_t at = marked.find(c); at != std::u32string_view::npos) return {kVowels[at], true};
  }
  return {};
}

class RomajiReader {
 public:
  explicit RomajiReader(std::string_view latin) {
    for (const char32_t c : letters_of(latin)) letters_.push_back(roman(c));
  }

  std::optional<std::string> read() {
    for (at_ = 0; at_ < letters_.size();) {
      if (!step()) return std::nullopt;
    }
    if (kana_.empty()) return std::nullopt;
    return std::move(kana_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < letters_.size() ? letters_[at_ + ahead].letter : '\0';
  }
  static bool is_vowel(char c) { return c != '\0' && kVowels.find(c) != std::string_view::npos; }
  static bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

  // Reads one syllable, or what stands before one.
  bool step() {
    const char c = peek();
    if (c == '-') {
      ++at_;
      return true;
    }
    if (syllabic_n(c) || double_consonant(c) || passport_h(c)) return true;
    return syllable();
  }

  // n at an end or before a consonant, n', and m before b, m, p.
  bool syllabic_n(char c) {
    const char next = peek(1);
    const bool n = c == 'n' && !is_vowel(next) && next != 'y';
    const bool m = c == 'm' && (next == 'b' || next == 'm' || next == 'p');
    if (!n && !m) return false;
    kana_ += "ン";
    at_ += next == '\'' ? 2 : 1;
    return true;
  }

  bool double_consonant(char c) {
    constexpr std::string_view kDoubled = "kstpcgdbzjfhr";
    const bool doubled = kDoubled.find(c) != std::string_view::npos && peek(1) == c;
    const bool tch = c == 't' && peek(1) == 'c' && peek(2) == 'h';
    if (c == '\0' || (!doubled && !tch)) return false;
    kana_ += "ッ";
    ++at_;
    return true;
  }

  // The long o of names in passports: ohno, satoh.
  bool passport_h(char c) {
    if (c != 'h' || at_ == 0 || letters_[at_ - 1].letter != 'o') return false;
    const char next = peek(1);
    if (is_vowel(next) || next == 'y') return false;
    kana_ += "ー";
    ++at_;
    return true;
  }

  bool syllable() {
    std::string onset;
    while (onset.size() < 4 && is_consonant(peek())) onset += letters_[at_++].letter;
    const std::size_t vowel = peek() == '\0' ? std::string_view::npos : kVowels.find(peek());
    if (vowel == std::string_view::npos) return false;
    const auto* found = std::ranges::find(kOnsets, onset, &Onset::latin);
    if (found == kOnsets.end() || found->kana[vowel].empty()) return false;
    kana_ += found->kana[vowel];
    if (letters_[at_].is_long) kana_ += "ー";
    ++at_;
    return true;
  }

  std::vector<Roman> letters_;
  std::size_t at_ = 0;
  std::string kana_;
};

bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
         (c >= 0x1E00 && c <= 0x1EFF);
}

bool is_latin_vowel(char32_t c) {
  constexpr std::u32string_view kLatinVowels = U"aiueoAIUEOàáâãäåæèéêëìíîïòóôõöøùúûüāēīōūœ";
  return kLatinVowels.find(c) != std::u32string_view::npos;
}

}  // namespace

bool is_kana(std::string_view folded) {
  const std::u32string letters = letters_of(folded);
  return !letters.empty() && std::ranges::all_of(letters, [](char32_t c) { return is_hiragana(c) || is_katakana(c); });
}

std::string in_katakana(std::string_view kana) {
  std::string result(kana);
  for (std::size_t at = 0; at + 2 < result.size(); at += 3) {
    const auto letter = static_cast<char32_t>(((result[at + 1] & 0x3F) << 6) | (result[at + 2] & 0x3F));
    if (letter < 0x41 || letter > 0x96) continue;  // within U+3000: not hiragana
    const char32_t moved = letter + 0x60;
    result[at + 1] = static_cast<char>(0x80 | (moved >> 6));
    result[at + 2] = static_cast<char>(0x80 | (moved & 0x3F));
  }
  return result;
}

bool is_latin(std::string_view folded) {
  const std::u32string letters = letters_of(folded);
  const auto allowed = [](char32_t c) { return is_latin_letter(c) || c == U'\'' || c == U'’' || c == U'-'; };
  return std::ranges::all_of(letters, allowed) && std::ranges::any_of(letters, is_latin_vowel);
}

std::string reading_key(std::string_view kana) {
  std::string key;
  key.reserve(kana.size());
  char32_t vowel = 0;  // that the next letter may lengthen
  const std::u32string letters = letters_of(kana);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    char32_t c = letters[i];
    if (is_hiragana(c)) c += U'ァ' - U'ぁ';
    if (c == U'ヴ') c = b_of_v(i + 1 < letters.size() ? letters[i + 1] : 0, i);
    if (c == kLongVowel || lengthens(vowel, c)) {
      // Only once: トウオウ (東欧) is not ト.
      vowel = 0;
      continue;
    }
    c = one_sound(c);
    append_letter(key, c);
    vowel = vowel_of(c);
  }
  return key;
}

std::optional<std::string> katakana_of_romaji(std::string_view latin) {
  return RomajiReader(latin).read();
}

}  // namespace chiho
