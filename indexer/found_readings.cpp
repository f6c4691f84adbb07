#include "indexer/found_readings.hpp"

#include <xxhash.h>

#include <algorithm>

#include "bytes/compression.hpp"
#include "bytes/utf8.hpp"
#include "dict/okurigana.hpp"
#include "dict/readings.hpp"
#include "dict/told_readings.hpp"
#include "query/index/reading_index.hpp"

namespace chiho {

namespace {

// The longest part of a compound that can be found by its reading, in tokens.
constexpr std::uint32_t longest_reading = 5;

// Words of which a part may be a word, and such parts, in letters.
constexpr std::size_t longest_parted = 8;
constexpr std::size_t shortest_part = 2;
// ボランテ is no word, nor is the ハン of ハンド: in kana a part must be known, and have some length.
constexpr std::size_t shortest_kana_part = 3;

std::string_view slice(const Analysis& analysis, const Token& first, const Token& last) {
  return std::string_view(analysis.folded.text).substr(first.offset, last.offset + last.length - first.offset);
}

void add_line(LineSorter& lines, std::string_view key, std::string_view word) {
  const bool separates = std::ranges::any_of(word, [](char c) { return c == '\t' || c == '\n'; });
  if (!separates && key.size() <= longest_reading_key) lines.add(std::string(key).append("\t").append(word));
}

// Gathers lines to blocks.
class BlockWriter {
 public:
  using Write = std::function<void(const std::string& entry, const std::string& value)>;
  BlockWriter(std::string_view kind, const Write& write) : kind_(kind), write_(write) {}

  // Ascending, each once.
  void add(std::string_view key, std::string_view word) {
    if (words_ == 0 || key != key_) {
      end_line();
      key_ = key;
      block_ += key;
    }
    if (words_++ < most_words_of_key) block_.append("\t").append(word);
  }
  void finish() {
    end_line();
    end_block();
  }

 private:
  void end_line() {
    if (words_ == 0) return;
    block_ += '\n';
    words_ = 0;
    if (block_.size() >= reading_block) end_block();
  }
  void end_block() {
    if (!block_.empty()) write_(std::string(kind_) + key_, compressor_.compress(block_));
    block_.clear();
  }

  std::string_view kind_;
  const Write& write_;
  Compressor compressor_{{}, Compressor::thorough};
  std::string block_;
  std::string key_;  // of the last line
  std::size_t words_ = 0;
};

}  // namespace

void FoundReadings::add_told(const std::string& text) {
  for (const ToldReading& told : told_readings(text))
    if (const std::string kana = folded(told.reading); is_kana(kana))
      add_line(nouns_, reading_key(kana), folded(told.word));
}

bool FoundReadings::is_new(std::string_view word, std::string_view reading) {
  return seen_.insert(XXH3_64bits_withSeed(word.data(), word.size(), XXH3_64bits(reading.data(), reading.size())));
}

void FoundReadings::add(const Analysis& analysis) {
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.word_class == WordClass::predicate) add_predicate(analysis, token);
    if (token.word_class != WordClass::noun) continue;
    add_nouns(analysis, i, i);
    add_parts(slice(analysis, token, token), token.reading);
  }
  for (const Compound& compound : analysis.compounds)
    for (std::uint32_t first = compound.first; first < compound.last; ++first)
      add_nouns(analysis, first, std::min(compound.last, first + longest_reading - 1));
}

// What begins with the first of these tokens, up to any of them, as far as their readings are known.
void FoundReadings::add_nouns(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
  std::string reading;
  for (std::uint32_t i = first; i <= last && !analysis.tokens[i].reading.empty(); ++i) {
    reading += analysis.tokens[i].reading;
    const std::string_view word = slice(analysis, analysis.tokens[first], analysis.tokens[i]);
    if (is_new(word, reading)) add_line(nouns_, reading_key(reading), word);
  }
}

// A predicate in its base form, under its own reading and that of the noun that its stem is.
void FoundReadings::add_predicate(const Analysis& analysis, const Token& token) {
  if (!token.content) return;
  const std::string surface(slice(analysis, token, token));
  if (!is_new(surface + '\n' + token.term, token.reading) || kanji_of(token.term).empty()) return;
  const std::string reading = base_reading(surface, token.reading, token.term);
  if (reading.empty()) return;
  add_line(predicates_, reading_key(reading), token.term);
  for (const auto& stem : stem_readings(token.term, reading)) add_line(predicates_, reading_key(stem), token.term);
}

// The dictionary keeps 上水道 whole: where what a word begins or ends with is a word by itself, and sounds the same
// there, it is found by that reading too.
void FoundReadings::add_parts(std::string_view word, const std::string& reading) {
  if (reading.empty() || !parted_.insert(XXH3_64bits(word.data(), word.size()))) return;
  std::vector<std::size_t> starts;  // of letters, and the end
  for (std::size_t i = 0; i <= word.size(); ++i)
    if (i == word.size() || begins_letter(word[i])) starts.push_back(i);
  const std::size_t letters = starts.size() - 1;
  if (letters > longest_parted) return;
  const auto add = [&](std::string_view part, bool first) {
    const Analysis analysis = analyzer_.analyze(part);
    if (analysis.tokens.size() != 1 || analysis.tokens[0].word_class != WordClass::noun) return;
    const bool guess = !analysis.tokens[0].known || letter_count(part) < shortest_kana_part;
    if (guess && is_kana(part)) return;
    const std::string& sound = analysis.tokens[0].reading;
    if (!sound.empty() && (first ? reading.starts_with(sound) : reading.ends_with(sound)))
      add_line(nouns_, reading_key(sound), part);
  };
  for (std::size_t cut = 1; cut < letters; ++cut) {
    if (cut >= shortest_part) add(word.substr(0, starts[cut]), true);
    if (letters - cut >= shortest_part) add(word.substr(starts[cut]), false);
  }
}

void write_readings(const std::vector<const FoundReadings*>& all, const BlockWriter::Write& write) {
  const auto write_kind = [&](std::string_view kind, const LineSorter FoundReadings::*lines) {
    std::vector<const LineSorter*> sorters;
    for (const FoundReadings* found : all) sorters.push_back(&(found->*lines));
    BlockWriter blocks(kind, write);
    LineSorter::merge(sorters, [&](std::string_view line) {
      const std::size_t tab = line.find('\t');
      blocks.add(line.substr(0, tab), line.substr(tab + 1));
    });
    blocks.finish();
  };
  write_kind(noun_readings, &FoundReadings::nouns_);
  write_kind(predicate_readings, &FoundReadings::predicates_);
}

}  // namespace chiho
