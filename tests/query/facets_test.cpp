// Facets over random records and filters, against counting by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "small_index.hpp"

namespace chiho::test {
namespace {

using Names = std::vector<std::string>;

const std::map<Field, Names> vocabulary{{Field::office, {"甲課", "乙室", "丙局"}},
                                        {Field::audience, {"企業", "中小企業", "自治体"}},
                                        {Field::scheme, {"貸付", "派遣"}},
                                        {Field::year, {"2010", "2011", "2012", "2013"}},
                                        {Field::need, {"港を知りたい", "船を直したい"}},
                                        {Field::type, {"scheme", "case", "page"}}};

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}

  bool one_in(unsigned n) { return engine_() % n == 0; }
  const std::string& of(const Names& names) { return names[engine_() % names.size()]; }
  Names some(const Names& names) {
    Names chosen;
    for (const auto& name : names)
      if (one_in(3)) chosen.push_back(name);
    return chosen;
  }

 private:
  std::mt19937 engine_;
};

Record random_record(Chance& chance, int number) {
  Record made = page(std::to_string(number), chance.one_in(2) ? "水道" : "道路");
  made.edition = "e";
  made.type = *record_type_of(chance.of(vocabulary.at(Field::type)));
  made.office = chance.some(vocabulary.at(Field::office));
  made.audience = chance.some(vocabulary.at(Field::audience));
  made.scheme = chance.some(vocabulary.at(Field::scheme));
  made.need = chance.some(vocabulary.at(Field::need));
  for (const auto& year : chance.some(vocabulary.at(Field::year))) made.year.push_back(std::stoi(year));
  return made;
}

FilterRequest random_filters(Chance& chance) {
  FilterRequest filters;
  for (const auto& [facet, names] : vocabulary)
    for (int i = 0; i < 2; ++i)
      if (chance.one_in(5)) filters[facet].push_back({chance.of(names), chance.one_in(3)});
  if (chance.one_in(5)) filters[Field::year].push_back({"2011..2012", chance.one_in(3)});
  return filters;
}

// What a record counts as: a smaller firm is a firm.
std::set<std::string> facet_values(const Record& record, Field facet) {
  const Names own = values(record, facet);
  std::set<std::string> all(own.begin(), own.end());
  if (facet == Field::audience && all.contains("中小企業")) all.insert("企業");
  return all;
}

bool means(const std::string& filter, const std::set<std::string>& of_record) {
  if (filter == "2011..2012") return of_record.contains("2011") || of_record.contains("2012");
  return of_record.contains(filter);
}

// Several values are or-ed, exclusions all hold.
bool passes(const Record& record, Field facet, const std::vector<FilterValue>& filters) {
  const auto of_record = facet_values(record, facet);
  bool wanted = false;
  bool any_wanted = false;
  for (const FilterValue& filter : filters) {
    const bool meant = means(filter.value, of_record);
    if (filter.exclude && meant) return false;
    any_wanted |= !filter.exclude;
    wanted |= !filter.exclude && meant;
  }
  return wanted || !any_wanted;
}

bool passes(const Record& record, const FilterRequest& filters, std::optional<Field> except) {
  return std::ranges::all_of(filters, [&](const auto& filter) {
    return filter.first == except || passes(record, filter.first, filter.second);
  });
}

std::map<std::string, std::uint64_t> counted_by_hand(const std::vector<Record>& records, Field facet) {
  std::map<std::string, std::uint64_t> counts;
  for (const Record& record : records)
    for (const auto& value : facet_values(record, facet)) ++counts[value];
  return counts;
}

TEST_CASE("counts of facets are what counting by hand gives, whatever the filters") {
  const auto seed = std::random_device{}();
  MESSAGE("seed " << seed);
  Chance chance(seed);
  std::vector<Record> records;
  for (int i = 0; i < 80; ++i) records.push_back(random_record(chance, i));
  Edition edition;
  edition.id = "e";
  edition.audiences = {{"企業", {}, {}}, {"中小企業", {}, {"企業"}}, {"自治体", {}, {}}};
  const SmallIndex index(records, "", {edition});
  for (int round = 0; round < 100; ++round) {
    CAPTURE(round);
    Request request;
    if (chance.one_in(2)) request.query = "水道";
    request.filters = random_filters(chance);
    const Answer answer = index.answer(request);
    const auto matching = [&](std::optional<Field> except) {
      std::vector<Record> matches;
      std::ranges::copy_if(records, std::back_inserter(matches), [&](const Record& record) {
        return (request.query.empty() || record.text == request.query) && passes(record, request.filters, except);
      });
      return matches;
    };
    CHECK(answer.total == matching(std::nullopt).size());
    for (std::size_t i = 0; i < facet_fields.size(); ++i) {
      CAPTURE(info(facet_fields[i]).key);
      std::map<std::string, std::uint64_t> counts;
      for (const FacetCount& count : answer.facets[i])
        if (count.count > 0) counts[count.value] = count.count;
      CHECK(counts == counted_by_hand(matching(facet_fields[i]), facet_fields[i]));
    }
  }
}

}  // namespace
}  // namespace chiho::test
