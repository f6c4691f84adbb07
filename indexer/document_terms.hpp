// The terms that a text is found and ranked by.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "dict/token.hpp"

namespace chiho {

// Of one document. Collected, sorted and counted here, which costs a fraction of what Xapian takes for each repeat.
class DocumentTerms {
 public:
  // `weight`: how often each term of the text counts.
  void add(const Analysis& analysis, Xapian::termcount weight);
  void put(Xapian::Document& document);

 private:
  void add_joined_katakana(const Analysis& analysis);

  std::vector<std::pair<std::string, Xapian::termcount>> terms_;
};

}  // namespace chiho
