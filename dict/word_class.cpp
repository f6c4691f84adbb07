#include "dict/word_class.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

// Verbs and adjectives that say next to nothing by themselves, so that a search for them finds every document: to
// do, to be, to become, to be able, humble to give and receive. What may enter: words that stand beside another that
// carries the meaning, in any Japanese text. In base form, as ipadic writes it.
constexpr std::array<std::string_view, 24> kLightWords = {
    "する",   "為る",     "ある",   "有る",   "なる",   "成る",     "いる", "居る",
    "おる",   "できる",   "出来る", "行う",   "行なう", "おこなう", "やる", "くださる",
    "下さる", "いただく", "頂く",   "いたす", "致す",   "ない",     "よい", "良い"};

// Nouns that stand for others or lean on them: こと, もの, それ, よう.
constexpr std::array<std::string_view, 6> kDependentNouns = {"非自立",   "代名詞",       "特殊",
                                                             "接続詞的", "動詞非自立的", "引用文字列"};

// Suffixes that change a word's grammar, not its meaning: 的, さ, そう.
constexpr std::array<std::string_view, 3> kGrammaticalSuffixes = {"形容動詞語幹", "特殊", "助動詞語幹"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// What asks for a word stands for none: 何 in 何州, which MeCab takes for a number.
constexpr std::array<std::string_view, 2> kInterrogatives = {"何", "幾"};

Classified noun(const Features& features, std::string_view surface) {
  if (contains(kInterrogatives, surface)) return {};
  const std::string_view kind = features.detail();
  if (contains(kDependentNouns, kind)) return {};
  const bool grammatical = kind == "接尾" && contains(kGrammaticalSuffixes, features.second_detail());
  return {.word_class = WordClass::noun, .content = !grammatical};
}

Classified predicate(const Features& features) {
  if (features.detail() != "自立") return {.word_class = WordClass::other, .inflected = true};
  return {.word_class = WordClass::predicate, .content = !contains(kLightWords, features.base()), .inflected = true};
}

}  // namespace

bool has_letter(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = static_cast<UChar32>(next_letter(folded, at));
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA)) return true;
    if (c != 0x30FC && (u_isalpha(c) != 0 || u_charType(c) == U_LETTER_NUMBER || u_isdigit(c) != 0)) {
      return true;
    }
  }
  return false;
}

Classified classify(const Morpheme& morpheme, std::string_view surface) {
  if (!has_letter(surface)) return {.word_class = WordClass::symbol};
  const Features& features = morpheme.features;
  const std::string_view part = features.part_of_speech();
  // An unknown word is a name or a term. MeCab also calls letters that ipadic does not know symbols: 한국, 𩸽.
  if (!morpheme.known || part == "記号") return {.word_class = WordClass::noun, .content = true};
  if (part == "名詞") return noun(features, surface);
  if (part == "動詞" || part == "形容詞") return predicate(features);
  if (part == "助詞" || part == "助動詞") return {.word_class = WordClass::particle};
  if (part == "接頭詞") return {.word_class = WordClass::noun, .prefix = true};
  return {};
}

std::uint64_t word_class_hash() noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  const auto add = [&hash](std::string_view word) {
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash = (hash ^ ',') * 0x100000001B3U;
  };
  for (const std::string_view word : kLightWords) add(word);
  for (const std::string_view word : kDependentNouns) add(word);
  for (const std::string_view word : kGrammaticalSuffixes) add(word);
  for (const std::string_view word : kInterrogatives) add(word);
  return hash;
}

}  // namespace chiho
