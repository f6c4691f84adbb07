// Where the words of a query stand in a record, and inside which longer words.
#pragma once

#include <string>
#include <vector>

#include "corpus/passages.hpp"
#include "dict/normalize.hpp"
#include "query/index/stored_document.hpp"
#include "query/search/words.hpp"

namespace chiho {

struct Match {
  std::size_t begin = 0;  // bytes of the passage's text
  std::size_t end = 0;
  std::size_t word = 0;  // index into the words looked for
  std::string found_as;  // what stands there, where it is not the word itself: 上水道, a synonym, a reading's word
};

struct MatchedPassage {
  Passage passage;
  Folded folded;                    // the passage's text
  std::vector<StoredToken> tokens;  // of the folded text
  std::vector<Match> matches;       // by begin
};

// One word or one form of a whole, as it is looked for.
struct Sought {
  std::string shown;
  std::vector<const Form*> forms;
};
// Every word and whole form of the query that is not excluded. Points into `clauses`.
std::vector<Sought> sought_in(const std::vector<UnitClause>& clauses);

// `document` is what the index stores of the record. Throws Error index where it is of another.
std::vector<MatchedPassage> find_matches(const Record& record, const StoredDocument& document,
                                         const std::vector<Sought>& sought);

}  // namespace chiho
