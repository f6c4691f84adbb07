// Why an answer is what it is: how the query was cut, read and expanded, and what gave each hit its score. Plain data,
// made only when asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chiho {

// One way in which a word may stand in a record.
struct ExplainedForm {
  std::string text;
  std::string kind;           // itself, reading, synonym, spelling
  std::uint64_t records = 0;  // of the whole index, in which it stands
};

struct ExplainedWord {
  std::string text;
  std::vector<std::string> cut;  // as MeCab cut it: 無償 資金 協力
  std::string reading;           // katakana; empty where a part of it has none
  std::vector<ExplainedForm> forms;
};

enum class UnitKind : std::uint8_t { words, sentence, phrase, excluded };

// What stood between spaces: one word or phrase, or a sentence of several words.
struct ExplainedUnit {
  std::string text;
  UnitKind kind = UnitKind::words;
  bool wish = false;  // 〜したい
  std::vector<ExplainedWord> words;
  std::vector<ExplainedForm> whole;  // other names of all its words together
};

// A score is the sum of its parts. A part is a kind of term of one word, or a signal of the text.
struct ScorePart {
  std::string name;  // words, compounds, inside, other_names, wish; or a signal's
  std::string word;  // empty for a signal
  double score = 0;
  std::optional<double> measured;  // of a signal: score = measured * weight
  std::optional<double> weight;
};

// What stands above all scores: a contact asked for by name, then records, then other contacts.
struct HitExplanation {
  int tier = 0;
  std::vector<ScorePart> parts;
};

}  // namespace chiho
