// Re-ranking: the first hundred that Xapian finds, ordered by how the words of the query stand in their texts.
#pragma once

#include <xapian.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "query/stored_document.hpp"
#include "query/words.hpp"

namespace chiho {

// How many of the first hits are ordered anew.
inline constexpr Xapian::doccount reranked_hits = 100;

// What is measured of a text, each with its weight in rerank.cpp.
enum class Signal : std::uint8_t { pairs, runs, letters, parts, edges, sentence, length };
inline constexpr std::size_t signal_count = 7;
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
  Reranker(const Xapian::Database& database, const std::vector<UnitClause>& clauses);

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
  struct SoughtLetter {
    std::string letter;
    double rarity = 0;
  };
  class Text;

  void add_form(const Form& form);
  [[nodiscard]] double rarity(const std::string& term) const;

  Xapian::Database database_;
  double average_length_ = 1;  // of a text, in letters, about
  std::vector<SoughtWord> words_;
  std::vector<SoughtLetter> letters_;  // kanji
  std::vector<std::string> runs_;      // what was typed, folded
};

}  // namespace chiho
