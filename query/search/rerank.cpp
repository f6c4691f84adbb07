#include "query/search/rerank.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "bytes/find_letters.hpp"
#include "bytes/utf8.hpp"
#include "dict/letters.hpp"
#include "dict/ngrams.hpp"
#include "dict/sentences.hpp"
#include "query/index/terms.hpp"

namespace chiho {

namespace {

// Weights of the signals, in the order of Signal, beside 1 for Xapian's. Learnt (listwise softmax) on one half of the
// articles of the Japanese retrieval set that `eval` scores, they did as well on the other, and so do these rounder
// ones. What each gives: docs/RETRIEVAL.md.
constexpr Signals weights{
    1.5,   // pairs: words of the query that stand near each other
    3.0,   // runs: letters of the query that stand together in the text as they were typed
    0.2,   // bigrams: pairs of letters, but for those of hiragana alone: endings and particles
    0.4,   // letters: kanji, wherever they stand
    3.5,   // parts: words that stand only inside other words
    0.8,   // edges: words that begin and end a run of nouns as they do in the query
    1.0,   // sentence: the sentence that holds the most, the title read with each
    1.2,   // title: words of the title
    1.0,   // early: words near the beginning, where a text says what it is about
    -3.0,  // length: what says much says it of many things
};

// Their names, for who asks why.
constexpr std::array<std::string_view, signal_count> names{"pairs", "runs",     "bigrams", "letters", "parts",
                                                           "edges", "sentence", "title",   "early",   "length"};
static_assert(!names.back().empty());

constexpr double near = 8;                           // tokens after which nearness has fallen to 1/e
constexpr double early = 30;                         // tokens after which a beginning has fallen to 1/e
constexpr std::size_t shortest_run = 2;              // letters
constexpr std::size_t longest_measured = 1U << 15U;  // bytes of a text that are looked at

// How many pairs of letters are counted: what has more is no word that someone typed.
constexpr std::size_t most_bigrams = 64;

// BM25+ of a letter, or two, that stand `count` times.
double saturated(double count, double length_ratio) {
  constexpr double k1 = 0.5;
  constexpr double b = 0.7;
  return count == 0 ? 0 : count * (k1 + 1) / (count + k1 * (1 - b + b * length_ratio)) + 1;
}

std::size_t count_of(std::string_view text, std::string_view letters) {
  std::size_t count = 0;
  for (auto at = find_letters(text, letters); at != std::string_view::npos;
       at = find_letters(text, letters, at + letters.size()))
    ++count;
  return count;
}

std::string stem_of(const Token& token, const std::string& surface) {
  if (!token.inflected) return {};
  std::size_t common = 0;
  while (common < surface.size() && common < token.term.size() && surface[common] == token.term[common]) ++common;
  while (common > 0 && common < surface.size() && !begins_letter(surface[common])) --common;
  return surface.substr(0, common);
}

// The letters of the query that stand together in the text, longest first, each taken once: the sum of the squares of
// their lengths over the length of what was typed.
double shared_runs(const std::string& typed, std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < typed.size(); ++i)
    if (begins_letter(typed[i])) starts.push_back(i);
  starts.push_back(typed.size());
  const std::size_t letters = starts.size() - 1;
  std::vector<std::size_t> longest(letters, 0);
  for (std::size_t first = 0; first < letters; ++first) {
    std::size_t length = first > 0 && longest[first - 1] > 0 ? longest[first - 1] - 1 : 0;
    while (first + length < letters &&
           find_letters(text, std::string_view(typed).substr(
                                  starts[first], starts[first + length + 1] - starts[first])) != std::string_view::npos)
      ++length;
    longest[first] = length;
  }
  double sum = 0;
  std::vector<bool> taken(letters, false);
  while (true) {
    std::size_t best = 0;
    std::size_t best_length = 0;
    for (std::size_t first = 0; first < letters; ++first) {
      std::size_t length = 0;
      while (length < longest[first] && !taken[first + length]) ++length;
      if (length > best_length) {
        best = first;
        best_length = length;
      }
    }
    if (best_length < shortest_run) break;
    std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(best), best_length, true);
    sum += static_cast<double>(best_length * best_length);
  }
  return letters == 0 ? 0 : sum / static_cast<double>(letters);
}

}  // namespace

// A text, and where each word of the query stands in it.
class Reranker::Text {
 public:
  Text(const StoredDocument& document, const std::vector<SoughtWord>& words)
      : text_(document.text().substr(0, longest_measured)),
        tokens_(document.tokens()),
        title_(document.title()),
        words_(words) {
    while (!tokens_.empty() && tokens_.back().offset + tokens_.back().length > text_.size()) tokens_.pop_back();
    const auto body = std::ranges::lower_bound(tokens_, title_.end, {}, &StoredToken::offset);
    title_tokens_ = static_cast<std::size_t>(body - tokens_.begin());
    places_.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) find(i);
  }

  [[nodiscard]] std::string_view text() const { return text_; }

  [[nodiscard]] double content_words() const {
    return static_cast<double>(std::ranges::count_if(tokens_, &StoredToken::content));
  }

  [[nodiscard]] double pairs() const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::size_t j = i + 1; j < words_.size(); ++j)
        if (!places_[i].empty() && !places_[j].empty())
          sum += (words_[i].rarity + words_[j].rarity) * std::exp(-distance(places_[i], places_[j]) / near);
    return words_.size() < 2 ? 0 : sum / static_cast<double>(words_.size() - 1);
  }

  // Words that stand in the text, but as no word of it.
  [[nodiscard]] double parts() const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (places_[i].empty() && find_letters(text_, words_[i].surface) != std::string_view::npos)
        sum += words_[i].letter_rarity;
    return sum;
  }

  [[nodiscard]] double edges() const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (std::ranges::any_of(places_[i], [&](std::size_t place) { return stands_alike(i, place); }))
        sum += words_[i].rarity;
    return sum;
  }

  [[nodiscard]] double title_words() const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (stands_within(i, title_)) sum += words_[i].rarity;
    return sum;
  }

  // The most that a sentence says besides the title.
  [[nodiscard]] double best_sentence() const {
    std::vector<std::size_t> untitled;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (!places_[i].empty() && !stands_within(i, title_)) untitled.push_back(i);
    if (untitled.empty()) return 0;
    if (untitled.size() == 1) return words_[untitled.front()].rarity;  // in whichever sentence it stands
    double best = 0;
    for (const Span& span : sentences(text_)) {
      double sum = 0;
      for (const std::size_t i : untitled)
        if (stands_within(i, span)) sum += words_[i].rarity;
      best = std::max(best, sum);
    }
    return best;
  }

  [[nodiscard]] double early_words() const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto place = std::ranges::lower_bound(places_[i], title_tokens_);
      if (place == places_[i].end()) continue;
      sum += words_[i].rarity * std::exp(-static_cast<double>(*place - title_tokens_) / early);
    }
    return sum;
  }

 private:
  void find(std::size_t word) {
    const std::string& stem = words_[word].stem;
    const std::string& letters = stem.empty() ? words_[word].surface : stem;
    if (letters.empty()) return;
    for (auto at = find_letters(text_, letters); at != std::string_view::npos;
         at = find_letters(text_, letters, at + letters.size())) {
      const auto token = std::ranges::lower_bound(tokens_, at, {}, &StoredToken::offset);
      if (token == tokens_.end() || token->offset != at) continue;
      const bool whole = token->length == letters.size() || (!stem.empty() && token->content);
      if (whole) places_[word].push_back(static_cast<std::size_t>(token - tokens_.begin()));
    }
  }

  static double distance(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second) {
    std::size_t least = std::numeric_limits<std::size_t>::max();
    auto i = first.begin();
    auto j = second.begin();
    while (i != first.end() && j != second.end()) {
      least = std::min(least, *i > *j ? *i - *j : *j - *i);
      *i < *j ? ++i : ++j;
    }
    return static_cast<double>(std::max<std::size_t>(least, 1));
  }

  [[nodiscard]] bool stands_within(std::size_t word, const Span& span) const {
    return std::ranges::any_of(places_[word], [&](std::size_t place) {
      return tokens_[place].offset >= span.begin && tokens_[place].offset < span.end;
    });
  }

  [[nodiscard]] bool stands_alike(std::size_t word, std::size_t place) const {
    const bool begins = !tokens_[place].joined;
    const bool ends = place + 1 == tokens_.size() || !tokens_[place + 1].joined;
    return begins == words_[word].begins_run && ends == words_[word].ends_run;
  }

  std::string_view text_;
  std::vector<StoredToken> tokens_;
  Span title_;  // comes first
  std::size_t title_tokens_ = 0;
  const std::vector<SoughtWord>& words_;
  std::vector<std::vector<std::size_t>> places_;  // of each word: the tokens that it is
};

Reranker::Reranker(const Index& index, const std::vector<UnitClause>& clauses) : index_(&index) {
  const auto records = static_cast<double>(index.metadata().record_count());
  average_length_ = std::max(1.0, static_cast<double>(index.metadata().letters) / std::max(1.0, records));
  for (const UnitClause& clause : clauses)
    for (const Unit& unit : clause) {
      if (unit.exclude) continue;
      for (const Word& word : unit.words) add_form(word.forms.front());
      runs_.push_back(folded(unit.text));
      add_bigrams(runs_.back());
    }
  for (auto& run : runs_) run.resize(std::min<std::size_t>(run.size(), 600));
}

double Reranker::rarity(double frequency) const {
  return std::log((index_->database().get_doccount() + 1.0) / std::max(1.0, frequency));
}

void Reranker::add_bigrams(const std::string& typed) {
  for (const auto& letters : ngrams(typed).bigrams) {
    const bool telling = !std::ranges::all_of(letters_of(letters), is_hiragana);
    if (bigrams_.size() == most_bigrams) break;
    if (telling && std::ranges::find(bigrams_, letters, &SoughtLetters::letters) == bigrams_.end())
      bigrams_.push_back({letters, rarity(index_->letters().count(letters))});
  }
}

void Reranker::add_form(const Form& form) {
  const auto& tokens = form.analysis.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string surface = form.analysis.folded.text.substr(tokens[i].offset, tokens[i].length);
    if (!tokens[i].content || std::ranges::find(words_, surface, &SoughtWord::surface) != words_.end()) continue;
    SoughtWord word{surface, stem_of(tokens[i], surface),
                    rarity(index_->shards().frequency(word_term(tokens[i].term)))};
    for (const auto& letters : ngrams(surface).bigrams)
      word.letter_rarity = std::max(word.letter_rarity, rarity(index_->letters().count(letters)));
    for (const Compound& compound : form.analysis.compounds) {
      if (i < compound.first || i > compound.last) continue;
      word.begins_run = i == compound.first;
      word.ends_run = i == compound.last;
    }
    words_.push_back(std::move(word));
  }
  for (const auto& letter : ngrams(form.text).unigrams)
    if (is_kanji(letters_of(letter).front()) &&
        std::ranges::find(letters_, letter, &SoughtLetters::letters) == letters_.end())
      letters_.push_back({letter, rarity(index_->letters().count(letter))});
}

Signals Reranker::measure(const StoredDocument& document) const {
  const Text text(document, words_);
  Signals signals{};
  const auto set = [&](Signal signal, double value) { signals[static_cast<std::size_t>(signal)] = value; };
  const double length_ratio = static_cast<double>(letter_count(text.text())) / average_length_;
  const auto counted = [&](const std::vector<SoughtLetters>& all) {
    double sum = 0;
    for (const auto& [letters, rarity] : all)
      sum += rarity * saturated(static_cast<double>(count_of(text.text(), letters)), length_ratio);
    return sum;
  };
  double runs = 0;
  for (const auto& run : runs_) runs += shared_runs(run, text.text());
  set(Signal::pairs, text.pairs());
  set(Signal::runs, runs);
  set(Signal::bigrams, counted(bigrams_));
  set(Signal::letters, counted(letters_));
  set(Signal::parts, text.parts());
  set(Signal::edges, text.edges());
  const double title = text.title_words();
  set(Signal::title, title);
  set(Signal::sentence, title + text.best_sentence());
  set(Signal::early, text.early_words());
  set(Signal::length, std::log(text.content_words() + 5));
  return signals;
}

SignalWeight signal_weight(std::size_t signal) {
  return {names.at(signal), weights.at(signal)};
}

double Reranker::score(const Signals& signals) {
  double sum = 0;
  for (std::size_t i = 0; i < signals.size(); ++i) sum += weights[i] * signals[i];
  return sum;
}

}  // namespace chiho
