#include "query/search/places.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "query/search/ranking.hpp"

namespace chiho {

double rounded(double weight) {
  constexpr double millions = 1e6;
  return std::round(weight * millions) / millions;
}

bool comes_before(const Place& one, const Place& other) {
  const auto key = [](const Place& place) {
    return std::tuple(-tier_of(place.weight), -rounded(place.weight), place.order);
  };
  return key(one) < key(other);
}

bool are_equals(const Xapian::MSetIterator& one, const Xapian::MSetIterator& other) {
  return one.get_sort_key() == other.get_sort_key() && tier_of(one.get_weight()) == tier_of(other.get_weight()) &&
         rounded(one.get_weight()) == rounded(other.get_weight());
}

void keep(std::vector<Place>& places, std::size_t first, std::size_t count) {
  places.erase(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(first, places.size())));
  places.resize(std::min(count, places.size()));
}

std::vector<Place> places_of(const Xapian::MSet& set, const RecordOrder& order, bool by_weight) {
  std::vector<Place> places;
  for (auto hit = set.begin(); hit != set.end(); ++hit)
    places.push_back({hit.get_weight(), *hit, order.place(*hit), {}});
  if (by_weight) {
    std::ranges::sort(places, comes_before);
    return places;
  }
  auto begin = places.begin();
  for (auto first = set.begin(), last = first; first != set.end(); first = last) {
    auto end = begin;
    for (; last != set.end() && are_equals(first, last); ++last) ++end;
    std::sort(begin, end, comes_before);
    begin = end;
  }
  return places;
}

}  // namespace chiho
