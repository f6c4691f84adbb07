// What a record says that others do not: the words by which records like it are found.
#pragma once

#include <xapian.h>

#include <vector>

#include "corpus/record.hpp"
#include "query/search/words.hpp"

namespace chiho {

// The words of a record that tell most of it, as a query of which any word will do. Words that stand in no other record
// are left out: they find none.
std::vector<UnitClause> best_words(const Record& record, const Shards& shards, const Analyzer& analyzer);

}  // namespace chiho
