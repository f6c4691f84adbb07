#include "query/search/similar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <string>

#include "corpus/passages.hpp"
#include "query/index/terms.hpp"

namespace chiho {

namespace {

constexpr std::size_t most_words = 30;
constexpr std::size_t longest_text = 1U << 16U;  // bytes of a passage that are looked at

// What these say is an address, or whom it is for: it makes no two records alike.
constexpr std::array<Field, 6> not_told_by{Field::phone, Field::extension, Field::email,
                                           Field::url,   Field::office,    Field::audience};

// What a record is about is in its nouns. A number, or one letter of kana, stands anywhere.
bool is_telling(const Token& token, const std::string& letters) {
  if (!token.content || token.word_class != WordClass::noun) return false;
  const bool ascii = static_cast<unsigned char>(letters.front()) < 0x80;
  if (ascii) return std::ranges::any_of(letters, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters.size() > 3 || static_cast<unsigned char>(letters.front()) > 0xE3;
}

struct Counted {
  std::string shown;  // as it first stands there
  double count = 0;
};

// How often each word stands in the record, by its term; in its title it counts twice, as in the index.
std::map<std::string, Counted> counted_words(const Record& record, const Analyzer& analyzer) {
  std::map<std::string, Counted> words;
  for (const Passage& passage : passages(record)) {
    if (std::ranges::find(not_told_by, passage.field) != not_told_by.end()) continue;
    const Analysis analysis = analyzer.analyze(std::string_view(passage.text).substr(0, longest_text));
    for (const Token& token : analysis.tokens) {
      if (!is_telling(token, token.term)) continue;
      Counted& word = words[token.term];
      if (word.shown.empty()) word.shown = analysis.folded.text.substr(token.offset, token.length);
      word.count += passage.field == Field::title ? 2 : 1;
    }
  }
  return words;
}

// A word that only its index term finds.
Unit unit_of(const std::string& word, const std::string& shown) {
  Form form;
  form.text = word;
  form.literal = false;
  form.terms = {word_term(word)};
  form.analysis.folded = fold(word);
  Token token;
  token.term = word;
  token.length = static_cast<std::uint32_t>(form.analysis.folded.text.size());
  token.word_class = WordClass::noun;
  token.content = true;
  form.analysis.tokens = {token};
  Unit unit;
  unit.text = shown;
  unit.words = {{shown, {form}, {}}};
  return unit;
}

}  // namespace

std::vector<UnitClause> best_words(const Record& record, const Shards& shards, const Analyzer& analyzer) {
  struct Weighed {
    double weight;
    std::string word;
    std::string shown;
  };
  const auto words = counted_words(record, analyzer);
  std::vector<std::string> terms;
  for (const auto& [word, counted] : words) terms.push_back(word_term(word));
  shards.look_up(terms);
  std::vector<Weighed> best;
  for (const auto& [word, counted] : words) {
    const double frequency = shards.frequency(word_term(word));
    if (frequency < 2) continue;
    const double rarity = std::log((shards.all().get_doccount() + 1) / frequency);
    best.push_back({(1 + std::log(counted.count)) * rarity, word, counted.shown});
  }
  std::ranges::stable_sort(best, std::greater<>(), &Weighed::weight);
  best.resize(std::min(best.size(), most_words));
  std::vector<UnitClause> clauses;
  for (const Weighed& word : best) clauses.push_back({unit_of(word.word, word.shown)});
  return clauses;
}

}  // namespace chiho
