// Records of which it was found that a word stands in them, which no term of the index can say.
#pragma once

#include <xapian.h>

#include <vector>

#include "query/shards.hpp"

namespace chiho {

// A query for these records, all of one weight. `ids` are of all shards, ascending.
Xapian::Query confirmed_records(const Shards& shards, const std::vector<Xapian::docid>& ids, double weight = 0);

}  // namespace chiho
