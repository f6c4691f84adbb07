#include "query/search/facet_counts.hpp"

#include <algorithm>
#include <functional>

namespace chiho {

FacetSpies::FacetSpies(const Metadata& metadata, const std::vector<std::size_t>& wanted) {
  for (const std::size_t facet : wanted)
    for (std::uint32_t i = 0; i < metadata.slots[facet]; ++i)
      spies_.emplace_back(facet, std::make_unique<Xapian::ValueCountMatchSpy>(info(facet_fields[facet]).slot + i));
}

void FacetSpies::attach(Xapian::Enquire& enquire) {
  for (auto& [facet, spy] : spies_) enquire.add_matchspy(spy.get());
}

std::map<std::string, std::uint64_t> FacetSpies::counts(std::size_t wanted) const {
  std::map<std::string, std::uint64_t> counted;
  for (const auto& [facet, spy] : spies_)
    if (facet == wanted)
      for (auto value = spy->values_begin(); value != spy->values_end(); ++value)
        counted[*value] += value.get_termfreq();
  return counted;
}

std::vector<FacetCount> facet_counts(const std::map<std::string, std::uint64_t>& counted,
                                     const std::set<std::string>& selected) {
  std::vector<FacetCount> counts;
  for (const auto& [value, count] : counted) counts.push_back({value, count, selected.contains(value)});
  for (const auto& value : selected)
    if (!counted.contains(value)) counts.push_back({value, 0, true});
  std::ranges::stable_sort(counts, std::greater<>(), &FacetCount::count);
  return counts;
}

}  // namespace chiho
