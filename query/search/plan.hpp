// Words -> Xapian queries: what matches, and how it is ranked.
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "query/index/index.hpp"
#include "query/search/literal_records.hpp"
#include "query/search/words.hpp"

namespace chiho {

// What a part of a query is weighed as.
enum class RankKind : std::uint8_t { words, compounds, inside, other_names, scheme, wish };

// What one word of the query adds to the weight of a match, in one of these ways.
struct RankPart {
  RankKind kind = RankKind::words;
  std::string word;  // as it is shown; empty where it is none
  Xapian::Query query;
};

// A query that matches nothing is empty in Xapian's eyes: what was asked is told apart from what was found.
struct Plan {
  bool has_words = false;                // something must stand in a record, not only be absent
  Xapian::Query all;                     // records that satisfy every clause
  Xapian::Query any;                     // records that satisfy some word of some clause
  std::optional<Xapian::Query> weighed;  // without those that only hiragana inside other words speak for, if any
  Xapian::Query some;                    // records that hold a part of a compound among the words
  Xapian::Query exclude;                 // records that hold an excluded word; empty if there is none
  std::vector<RankPart> rank;            // weigh a match, all together; match nothing by themselves
};

class Planner {
 public:
  explicit Planner(const Index& index) : index_(index) {}

  Plan plan(const std::vector<UnitClause>& clauses);

  // True if some record matches by the form.
  bool stands(const Form& form);
  // How many records do.
  Xapian::doccount count(const Form& form);

 private:
  // Of several ways to match, those by terms and those by letters; apart, what needs a look into texts and weighs
  // nothing then.
  struct Ways {
    std::vector<Xapian::Query> terms;
    Literals literals;
    Literals weightless;
  };

  void add_ways(Ways& ways, const Form& form, std::optional<Field> field);
  void add_ways(Ways& ways, const Word& word, std::optional<Field> field);
  [[nodiscard]] Xapian::Query any_way(const Ways& ways) const;
  Xapian::Query unit_match(const Unit& unit);
  Xapian::Query word_match(const Word& word, std::optional<Field> field);
  Xapian::Query form_match(const Form& form, std::optional<Field> field);
  std::shared_ptr<const LiteralRecords> literal_records(const Form& form, std::optional<Field> field);
  [[nodiscard]] LiteralRecords look_up(const Form& form, std::optional<Field> field) const;
  [[nodiscard]] std::shared_ptr<const LiteralRecords> looked_at(const LiteralRecords& records) const;
  void rank_word(std::vector<RankPart>& parts, const Word& word, std::optional<Field> field);
  void rank_unit(std::vector<RankPart>& parts, const Unit& unit);
  std::shared_ptr<const LiteralRecords> records_inside(const std::vector<Form>& forms, std::optional<Field> field);

  const Index& index_;
  // What was looked up before: of these letters, apart or not, in this field, beside these certain terms.
  std::map<std::tuple<std::string, bool, std::optional<Field>, std::vector<std::string>>,
           std::shared_ptr<const LiteralRecords>>
      looked_up_;
};

// BM25+ (Lv and Zhai, 2011) as Xapian has it.
Xapian::BM25PlusWeight weighting();

}  // namespace chiho
