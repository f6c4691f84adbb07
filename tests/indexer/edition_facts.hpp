// What an edition says, fact by fact, so that two tellings of one brochure can be compared: which records there are,
// their pages, offices, audiences, needs, years, phones, extensions, e-mail addresses, URLs, and the scheme of a case.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/edition_folder.hpp"

namespace chiho::import_test {

struct Fact {
  std::string record;  // type and title
  std::string kind;    // record, page, office …
  std::string value;

  [[nodiscard]] std::string str() const { return record + ": " + kind + " " + value; }
};

struct Count {
  std::size_t right = 0;
  std::size_t missing = 0;
  std::size_t extra = 0;

  // Of all facts that either has.
  [[nodiscard]] double share_right() const;
};

struct Comparison {
  std::size_t right = 0;
  std::vector<Fact> missing;  // the truth has them
  std::vector<Fact> extra;    // only the other has them
  std::map<std::string, Count> by_kind;

  [[nodiscard]] double share_right() const;
};

// Records are matched by title and page; offices, audiences and needs by name, alias or likeness.
Comparison compare_facts(const EditionFolder& truth, const EditionFolder& found);

}  // namespace chiho::import_test
