// Re-ranking: the first hundred that Xapian finds, ordered by how the words of the query stand in their texts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "query/index/index.hpp"
#include "query/index/stored_document.hpp"
#include "query/search/words.hpp"

namespace chiho {

// How many of the first hits are ordered anew.
inline constexpr std::uint32_t reranked_hits = 100;
// The same of those that only fill up a page.
inline constexpr std::uint32_t reranked_rest = 30;

// What is measured of a text, each with its weight in rerank.cpp.
enum class Signal : std::uint8_t { pairs, runs, bigrams, letters, parts, edges, sentence, title, early, length };
inline constexpr std::size_t signal_count = 10;
using Signals = std::array<double, signal_count>;

// A signal's name, and what one of it adds to a score.
struct SignalWeight {
  std::string_view name;
  double weight = 0;
};
SignalWeight signal_weight(std::size_t signal);

class Reranker {
 public:
  Reranker() = default;
  Reranker(const Index& index, const std::vector<UnitClause>& clauses);

  // False for a query of which a text cannot be measured: one without words.
  [[nodiscard]] bool has_words() const { return !words_.empty(); }
  [[nodiscard]] Signals measure(const StoredDocument& document) const;
  // To be added to the weight that Xapian gives.
  [[nodiscard]] static double score(const Signals& signals);

 private:
  // A content word of the query, a part of a compound being one by itself.
  struct SoughtWord {
    std::string surface;       // folded
    std::string stem;          // of a predicate: what every inflection of it begins with; else empty
    double rarity = 0;         // ln((N + 1) / records it is a word of)
    double letter_rarity = 0;  // the same for records its letters stand in, about
    bool begins_run = true;    // stands first in its run of nouns
    bool ends_run = true;
  };
  struct SoughtLetters {
    std::string letters;
    double rarity = 0;
  };
  class Text;

  void add_form(const Form& form);
  void add_bigrams(const std::string& typed);
  [[nodiscard]] double rarity(double frequency) const;

  const Index* index_ = nullptr;
  double average_length_ = 1;  // of a text, in letters, about
  std::vector<SoughtWord> words_;
  std::vector<SoughtLetters> bigrams_;
  std::vector<SoughtLetters> letters_;  // kanji
  std::vector<std::string> runs_;       // what was typed, folded
};

}  // namespace chiho
