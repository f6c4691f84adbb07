#include "dict/analyzer.hpp"

#include <unicode/uchar.h>
#include <unicode/uvernum.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <utility>

#include "dict/compounds.hpp"
#include "dict/readings.hpp"
#include "dict/tagger.hpp"
#include "dict/variants.hpp"
#include "dict/word_class.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

// Counts up with every change of a rule here that changes an analysis.
constexpr int kVersion = 2;

// Letters beyond this are no word, but data.
constexpr std::uint32_t kMaxJoined = 200;

std::uint64_t hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4)
    *digit = "0123456789abcdef"[value & 15];
  return digits;
}

std::string beginning(const fs::path& file, std::size_t bytes) {
  std::ifstream in(file, std::ios::binary);
  std::string content(bytes, '\0');
  in.read(content.data(), static_cast<std::streamsize>(bytes));
  content.resize(static_cast<std::size_t>(in.gcount()));
  return content;
}

std::string make_fingerprint(const fs::path& ipadic, const fs::path& user_dictionary) {
  std::error_code error;
  // ipadic has 50 MB: its size and header (which holds counts and sizes of all sections) must do.
  const std::uint64_t system = hash(beginning(ipadic / "sys.dic", 4096)) ^ fs::file_size(ipadic / "sys.dic", error);
  const std::uint64_t user = hash(beginning(user_dictionary, fs::file_size(user_dictionary, error)));
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return "chiho-analyzer " + std::to_string(kVersion) + "; ipadic " + hex(system) + "; words " + hex(user) +
         "; rules " + hex(variants_hash() ^ word_class_hash()) + "; unicode " + std::to_string(version[0]) + "." +
         std::to_string(version[1]);
}

// Digits, Latin letters, or what is neither or both.
enum class Script { digits, latin, other };

Script script_of(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_latin = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::ranges::all_of(text, is_digit)) return Script::digits;
  return std::ranges::all_of(text, is_latin) ? Script::latin : Script::other;
}

// The letters of folded text that is all katakana; 0 for other text. All of them are three bytes long.
std::size_t katakana_letters(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); at += 3) {
    const std::string_view letter = text.substr(at, 3);
    if (letter < "ァ" || letter > "ー" || letter == "・") return 0;
  }
  return text.size() % 3 == 0 ? text.size() / 3 : 0;
}

// What is indexed of a word that is not inflected: コンピューター and コンピュータ are one.
std::string noun_term(std::string_view surface) {
  constexpr std::string_view kLongVowel = "ー";
  if (surface.ends_with(kLongVowel) && katakana_letters(surface) >= 4) surface.remove_suffix(kLongVowel.size());
  return std::string(surface);
}

// Builds the tokens of one text.
class Tokens {
 public:
  Tokens(std::string_view text, std::size_t about) : text_(text) {
    tokens_.reserve(about);
    prefix_.reserve(about);
  }

  void add(const Morpheme& morpheme) {
    const std::string_view surface = text_.substr(morpheme.offset, morpheme.length);
    if (is_white_space(surface) || joins_last(morpheme, surface)) return;
    if (!morpheme.features.parts().empty()) {
      add_parts(morpheme);
      return;
    }
    const Classified classified = classify(morpheme, surface);
    Token token = place(morpheme.offset, morpheme.length);
    const bool base = classified.word_class != WordClass::noun && !morpheme.features.conjugation().empty() &&
                      !morpheme.features.base().empty();
    token.term = base ? std::string(morpheme.features.base()) : noun_term(surface);
    token.word_class = classified.word_class;
    token.content = classified.content;
    token.inflected = classified.inflected;
    token.known = morpheme.known;
    if (token.word_class != WordClass::symbol) token.reading = reading(morpheme, surface);
    push(std::move(token), classified.prefix);
  }

  // A prefix that leads to nothing is a word: 新 typed alone.
  void finish(Analysis& analysis) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const bool leads = i + 1 < tokens_.size() && tokens_[i + 1].word_class == WordClass::noun &&
                         tokens_[i + 1].offset == token.offset + token.length;
      if (prefix_[i] && !leads) tokens_[i].content = true;
    }
    analysis.compounds = compounds(text_, tokens_, prefix_);
    analysis.tokens = std::move(tokens_);
  }

 private:
  // White space beyond ASCII's, which MeCab takes for symbols. Such a token begins with it.
  static bool is_white_space(std::string_view surface) {
    return surface == "\xC2\x85" || surface == "\u1680" || surface == "\u2028" || surface == "\u2029";
  }

  static std::string reading(const Morpheme& morpheme, std::string_view surface) {
    if (!morpheme.features.reading().empty()) return std::string(morpheme.features.reading());
    return is_kana(surface) ? in_katakana(surface) : std::string();
  }

  // MeCab may cut a number, or a long Latin word, letter by letter.
  bool joins_last(const Morpheme& morpheme, std::string_view surface) {
    const Script last_script = std::exchange(last_script_, script_of(surface));
    if (tokens_.empty() || last_script_ == Script::other || last_script_ != last_script) return false;
    Token& last = tokens_.back();
    if (last.offset + last.length != morpheme.offset || last.length >= kMaxJoined) return false;
    last.term += surface;
    last.length += morpheme.length;
    return true;
  }

  // The parts of a word of our own dictionary, in place of it.
  void add_parts(const Morpheme& morpheme) {
    std::string_view parts = morpheme.features.parts();
    std::string_view readings = morpheme.features.part_readings();
    const auto next = [](std::string_view& rest) {
      const std::size_t slash = rest.find('/');
      const std::string_view part = rest.substr(0, slash);
      rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
      return part;
    };
    std::uint32_t offset = morpheme.offset;
    while (!parts.empty()) {
      const std::string_view part = next(parts);
      Token token = place(offset, static_cast<std::uint32_t>(part.size()));
      token.term = noun_term(part);
      token.reading = next(readings);
      token.word_class = WordClass::noun;
      token.content = true;
      token.known = true;
      offset += token.length;
      push(std::move(token), false);
    }
  }

  [[nodiscard]] Token place(std::uint32_t offset, std::uint32_t length) const {
    Token token;
    token.offset = offset;
    token.length = length;
    token.position = static_cast<std::uint32_t>(tokens_.size());
    return token;
  }

  void push(Token token, bool prefix) {
    tokens_.push_back(std::move(token));
    prefix_.push_back(prefix);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<bool> prefix_;
  Script last_script_ = Script::other;  // of the last token
};

}  // namespace

DictionaryPaths DictionaryPaths::standard() {
  DictionaryPaths paths{CHIHO_IPADIC, CHIHO_WORDS};
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return paths;
  const fs::path beside = program.parent_path().parent_path() / "share" / "chiho-search";
  if (fs::is_regular_file(beside / "user.dic", error)) paths.words = beside;
  return paths;
}

struct Analyzer::Impl {
  explicit Impl(const DictionaryPaths& paths)
      : tagger(paths.ipadic, paths.words / "user.dic"),
        fingerprint(make_fingerprint(paths.ipadic, paths.words / "user.dic")) {}

  Tagger tagger;
  std::string fingerprint;
};

Analyzer::Analyzer(const DictionaryPaths& paths) : impl_(std::make_unique<Impl>(paths)) {}

Analyzer::~Analyzer() = default;

Analysis Analyzer::analyze(std::string_view text) const {
  Analysis analysis;
  analysis.folded = fold(text);
  const std::vector<Morpheme> morphemes = impl_->tagger.tag(analysis.folded.text);
  Tokens tokens(analysis.folded.text, morphemes.size());
  for (const Morpheme& morpheme : morphemes) tokens.add(morpheme);
  tokens.finish(analysis);
  return analysis;
}

const std::string& Analyzer::fingerprint() const {
  return impl_->fingerprint;
}

}  // namespace chiho
