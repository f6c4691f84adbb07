#include "indexer/found_readings.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "bytes/utf8.hpp"
#include "dict/okurigana.hpp"
#include "dict/readings.hpp"
#include "dict/told_readings.hpp"
#include "query/terms.hpp"

namespace chiho {

namespace {

// The longest part of a compound that can be found by its reading, in tokens.
constexpr std::uint32_t longest_reading = 5;

// Words of which a part may be a word, and such parts, in letters.
constexpr std::size_t longest_parted = 8;
constexpr std::size_t shortest_part = 2;
// ボランテ is no word, nor is the ハン of ハンド: in kana a part must be known, and have some length.
constexpr std::size_t shortest_kana_part = 3;

std::string slice(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
  const auto begin = analysis.tokens[first].offset;
  const auto end = analysis.tokens[last].offset + analysis.tokens[last].length;
  return analysis.folded.text.substr(begin, end - begin);
}

std::string as_lines(const std::set<std::string>& words) {
  std::string lines;
  for (const auto& word : words) lines += word + "\n";
  return lines;
}

}  // namespace

void FoundReadings::add_told(const std::string& text) {
  for (const ToldReading& told : told_readings(text))
    if (const std::string kana = folded(told.reading); is_kana(kana))
      nouns_[reading_key(kana)].insert(folded(told.word));
}

void FoundReadings::add_noun(const std::string& reading, std::string word) {
  if (seen_.insert(word + '\t' + reading).second) nouns_[reading_key(reading)].insert(std::move(word));
}

void FoundReadings::add(const Analysis& analysis) {
  const auto add = [&](std::uint32_t first, std::uint32_t last) {
    std::string reading;
    for (std::uint32_t i = first; i <= last; ++i) {
      if (analysis.tokens[i].reading.empty()) return;
      reading += analysis.tokens[i].reading;
    }
    add_noun(reading, slice(analysis, first, last));
  };
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    if (analysis.tokens[i].word_class == WordClass::predicate) add_predicate(analysis, analysis.tokens[i]);
    if (analysis.tokens[i].word_class != WordClass::noun) continue;
    add(i, i);
    add_parts(slice(analysis, i, i), analysis.tokens[i].reading);
  }
  for (const Compound& compound : analysis.compounds)
    for (std::uint32_t first = compound.first; first < compound.last; ++first)
      for (std::uint32_t last = first + 1; last <= compound.last && last - first < longest_reading; ++last)
        add(first, last);
}

// A predicate in its base form, under its own reading and that of the noun that its stem is.
void FoundReadings::add_predicate(const Analysis& analysis, const Token& token) {
  if (!token.content || kanji_of(token.term).empty()) return;
  const std::string surface = analysis.folded.text.substr(token.offset, token.length);
  if (!seen_.insert(fmt::format("{}\n{}\n{}", surface, token.term, token.reading)).second) return;
  const std::string reading = base_reading(surface, token.reading, token.term);
  if (reading.empty()) return;
  predicates_[reading_key(reading)].insert(token.term);
  for (const auto& stem : stem_readings(token.term, reading)) predicates_[reading_key(stem)].insert(token.term);
}

// The dictionary keeps 上水道 whole: where what a word begins or ends with is a word by itself, and sounds the same
// there, it is found by that reading too.
void FoundReadings::add_parts(const std::string& word, const std::string& reading) {
  if (reading.empty() || !parted_.insert(word).second) return;
  std::vector<std::size_t> starts;  // of letters, and the end
  for (std::size_t i = 0; i <= word.size(); ++i)
    if (i == word.size() || (static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  const std::size_t letters = starts.size() - 1;
  if (letters > longest_parted) return;
  const auto add = [&](const std::string& part, bool first) {
    const Analysis analysis = analyzer_.analyze(part);
    if (analysis.tokens.size() != 1 || analysis.tokens[0].word_class != WordClass::noun) return;
    const bool guess = !analysis.tokens[0].known || letter_count(part) < shortest_kana_part;
    if (guess && is_kana(part)) return;
    const std::string& sound = analysis.tokens[0].reading;
    if (!sound.empty() && (first ? reading.starts_with(sound) : reading.ends_with(sound)))
      nouns_[reading_key(sound)].insert(part);
  };
  for (std::size_t cut = 1; cut < letters; ++cut) {
    if (cut >= shortest_part) add(word.substr(0, starts[cut]), true);
    if (letters - cut >= shortest_part) add(word.substr(starts[cut]), false);
  }
}

void FoundReadings::merge(FoundReadings& other) {
  for (const auto& [ours, theirs] : {std::pair{&nouns_, &other.nouns_}, {&predicates_, &other.predicates_}}) {
    ours->merge(*theirs);
    for (auto& [key, words] : *theirs) (*ours)[key].merge(words);  // those of which both had some
  }
}

void FoundReadings::write(Xapian::WritableDatabase& database) const {
  for (const auto& [key, words] : nouns_) database.set_metadata(reading_entry(key), as_lines(words));
  for (const auto& [key, words] : predicates_) database.set_metadata(predicate_entry(key), as_lines(words));
}

}  // namespace chiho
