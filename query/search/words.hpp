// What was typed, as words to look for: sentences cut to their content words, each word with the forms it may be found
// in (itself, its readings, its synonyms).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dict/analyzer.hpp"
#include "dict/readings.hpp"
#include "dict/synonyms.hpp"
#include "query/index/index.hpp"
#include "query/search/parser.hpp"

namespace chiho {

enum class FormKind : std::uint8_t { itself, reading, synonym, spelling, part };

// One way in which a word may stand in a record.
struct Form {
  FormKind kind = FormKind::itself;
  std::string text;     // folded; found wherever it stands, even inside another word
  bool literal = true;  // false: only as one of `terms`
  bool apart = false;  // only as words of their own, no number cut in two: 11月 in 十一月, not in 二十一月; IT, not in
                       // Twitter; いい, not in いいえ
  std::vector<std::string> terms;  // index terms that say for certain that it stands there: base form, compound
  Analysis analysis;               // of text
};

// A form that is found by its letters alone. `text` is folded.
inline Form literal(const std::string& text) {
  Form form;
  form.text = text;
  return form;
}

// Kana and Latin letters stand by chance in many a longer word (ハン in ハンド).
inline bool stands_by_chance(const std::string& folded) {
  return is_kana(folded) || is_latin(folded);
}

struct Word {
  std::string text;         // for people: as typed, a predicate in its base form
  std::vector<Form> forms;  // the first is the word itself
  std::vector<Form> parts;  // of a word that stands nowhere: a record that holds all of them has it (parts.hpp)
};

// One term of the query. A record satisfies it by all of its words, or by one of the forms of the whole.
struct Unit {
  std::string text;            // as typed
  std::optional<Field> field;  // title, or none
  bool exclude = false;
  bool phrase = false;
  bool wish = false;  // 〜したい: a scheme is wanted
  std::vector<Word> words;
  std::vector<Form> whole;
};

// A record must satisfy one unit of every clause.
using UnitClause = std::vector<Unit>;

class Planner;

class WordMaker {
 public:
  // `synonyms` may be null.
  WordMaker(const Index& index, const Analyzer& analyzer, const Synonyms* synonyms, Planner& planner)
      : index_(index), analyzer_(analyzer), synonyms_(synonyms), planner_(planner) {}

  // Of terms without a filter field.
  [[nodiscard]] std::vector<UnitClause> make(const std::vector<QueryClause>& clauses) const;
  // A part of a compound, folded: as a word alone where its letters would stand by chance.
  [[nodiscard]] Form part(const std::string& text) const;

 private:
  [[nodiscard]] Unit unit(const QueryTerm& term) const;
  [[nodiscard]] Word word(const std::string& typed, const std::string& text, bool exact) const;
  [[nodiscard]] Form form(FormKind kind, const std::string& text) const;
  void add_readings(Word& word, const std::string& typed) const;
  void add_synonyms(std::vector<Form>& forms, const std::string& text) const;
  void add_spellings(std::vector<Form>& forms, const Analysis& analysis) const;
  void add_okurigana(std::vector<Form>& forms, const std::string& kanji, const std::string& reading) const;
  [[nodiscard]] bool may_stand(const std::string& text) const;
  void add_iterations(std::vector<Form>& forms, const std::string& text) const;
  void add_numerals(std::vector<Form>& forms, const Analysis& analysis) const;
  [[nodiscard]] std::vector<std::string> read_as(const std::string& kana) const;
  [[nodiscard]] std::vector<std::string> predicates_read_as(const std::string& kana) const;
  void add_predicates(std::vector<Form>& forms, const std::string& kana) const;
  [[nodiscard]] bool is_one_kana_word(const Analysis& analysis) const;
  [[nodiscard]] std::vector<std::string> names_in_kana(const Analysis& analysis) const;
  void add_dates(Word& word) const;
  [[nodiscard]] std::vector<Form> joined_readings(const std::string& joined) const;
  void join_names(std::vector<UnitClause>& clauses) const;

  const Index& index_;
  const Analyzer& analyzer_;
  const Synonyms* synonyms_;
  Planner& planner_;
};

}  // namespace chiho
