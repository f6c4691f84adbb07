// Facets: how many of the records found have each value. Counted by stock match spies.
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/index/metadata.hpp"
#include "query/search/answer.hpp"

namespace chiho {

// Stock spies over the slots of a facet; the counts add up over its slots.
class FacetSpies {
 public:
  // `wanted` are places in facet_fields.
  FacetSpies(const Metadata& metadata, const std::vector<std::size_t>& wanted);

  void attach(Xapian::Enquire& enquire);
  [[nodiscard]] std::map<std::string, std::uint64_t> counts(std::size_t wanted) const;

 private:
  std::vector<std::pair<std::size_t, std::unique_ptr<Xapian::ValueCountMatchSpy>>> spies_;
};

// By count, most first. What was asked for is there even where it counts nothing.
std::vector<FacetCount> facet_counts(const std::map<std::string, std::uint64_t>& counted,
                                     const std::set<std::string>& selected);

}  // namespace chiho
