// Places of records in an answer: found, weighed, in order.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "query/index/record_order.hpp"
#include "query/search/rerank.hpp"

namespace chiho {

// A record that was found, and its weight.
struct Place {
  double weight = 0;
  Xapian::docid docid = 0;
  std::uint64_t order = 0;         // of the index
  std::optional<Signals> signals;  // of its text, where it was ranked anew
};

// Hits [first, first + count) of a ranking in which the first `depth` are in the order of their texts.
struct Cut {
  Xapian::doccount first = 0;
  Xapian::doccount count = 0;
  Xapian::doccount depth = 0;

  [[nodiscard]] Xapian::doccount end() const { return first + count; }
};

struct Found {
  std::uint64_t total = 0;
  std::vector<Place> places;
};

// What is beyond these decimals tells only in which order a weight's parts were added, and Xapian adds them in another
// in every shard.
double rounded(double weight);

// Tiers stay as they are; equals are in the order of the index.
bool comes_before(const Place& one, const Place& other);

// Neither what was sorted by nor the weight tells them apart.
bool are_equals(const Xapian::MSetIterator& one, const Xapian::MSetIterator& other);

// Keeps `count` of them from `first` on.
void keep(std::vector<Place>& places, std::size_t first, std::size_t count);

// All of a set, in its order, equals in that of the index.
std::vector<Place> places_of(const Xapian::MSet& set, const RecordOrder& order, bool by_weight);

}  // namespace chiho
