#include "edition_facts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "import/letters.hpp"

namespace chiho::import_test {
namespace {

using brochure::key;
using brochure::likeness;

// Names of the one edition as the other has them.
class Names {
 public:
  template <class Controlled>
  void add(const std::vector<Controlled>& truth, const std::vector<Controlled>& found) {
    std::map<std::string, std::string> known;
    for (const Controlled& one : truth) {
      known.emplace(key(one.name), one.name);
      for (const std::string& alias : one.aliases) known.emplace(key(alias), one.name);
    }
    for (const Controlled& one : found) names_[one.name] = true_name(one, known);
  }
  [[nodiscard]] std::string of(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? name : found->second;
  }

 private:
  template <class Controlled>
  static std::string true_name(const Controlled& one, const std::map<std::string, std::string>& known) {
    std::vector<std::string> names = one.aliases;
    names.insert(names.begin(), one.name);
    for (const std::string& name : names)
      if (const auto same = known.find(key(name)); same != known.end()) return same->second;
    constexpr double alike = 0.8;
    for (const auto& [other, name] : known)
      if (likeness(one.name, other) >= alike) return name;
    return one.name;
  }

  std::map<std::string, std::string> names_;
};

// found -> truth
using Matches = std::map<const Record*, const Record*>;

double match(const Record& truth, const Record& found, const Names& names) {
  if (truth.type != found.type) return 0;
  constexpr double same_page = 0.2;
  constexpr double alike = 0.5;
  const double titles = std::max(likeness(truth.title, found.title), likeness(truth.title, names.of(found.title)));
  const double score = titles + (truth.page == found.page ? same_page : 0);
  return score >= alike ? score : 0;
}

// The likest pairs first, each record once.
Matches matches_of(const std::vector<Record>& truth, const std::vector<Record>& found, const Names& names) {
  std::vector<std::tuple<double, const Record*, const Record*>> pairs;
  for (const Record& one : truth)
    for (const Record& other : found)
      if (const double score = match(one, other, names); score > 0) pairs.emplace_back(-score, &one, &other);
  std::sort(pairs.begin(), pairs.end());
  Matches matches;
  std::set<const Record*> taken;
  for (const auto& [score, one, other] : pairs)
    if (!matches.contains(other) && taken.insert(one).second) matches.emplace(other, one);
  return matches;
}

using Facts = std::set<std::pair<std::string, std::string>>;  // kind, value

void add(Facts& facts, const std::string& kind, const std::string& value) {
  if (!value.empty()) facts.emplace(kind, value);
}

Facts facts_of(const Record& record, const Names& names) {
  Facts facts{{"record", ""}};
  if (record.page) add(facts, "page", std::to_string(*record.page));
  for (const auto& office : record.office) add(facts, "office", names.of(office));
  for (const auto& audience : record.audience) add(facts, "audience", names.of(audience));
  for (const auto& need : record.need) add(facts, "need", names.of(need));
  for (const auto& scheme : record.scheme)
    if (record.type == RecordType::case_study) add(facts, "scheme", names.of(scheme));
  for (const int year : record.year) add(facts, "year", std::to_string(year));
  for (const int year : record.fiscal_year) add(facts, "fiscal year", std::to_string(year));
  for (const auto& extension : record.extension) add(facts, "extension", extension);
  add(facts, "phone", record.phone);
  add(facts, "email", record.email);
  add(facts, "url", record.url);
  return facts;
}

void list(std::vector<Fact>& to, const Record& record, const Facts& facts, const Facts& others) {
  for (const auto& fact : facts) {
    const std::string name = std::string(to_string(record.type)) + " " + record.title;
    if (!others.contains(fact)) to.push_back({name, fact.first, fact.second});
  }
}

// Schemes and offices are called by the title of the record that they match.
struct Title {
  std::string name;
  std::vector<std::string> aliases;
};
std::vector<Title> titles_of(const std::vector<Record>& records, const Matches* matches) {
  std::vector<Title> titles;
  for (const Record& record : records) {
    if (record.type != RecordType::scheme) continue;
    const auto match = matches == nullptr ? Matches::const_iterator{} : matches->find(&record);
    const bool matched = matches != nullptr && match != matches->end();
    titles.push_back({record.title, matched ? std::vector{match->second->title} : std::vector<std::string>{}});
  }
  return titles;
}

}  // namespace

double Count::share_right() const {
  const std::size_t all = right + missing + extra;
  return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
}

double Comparison::share_right() const {
  return Count{right, missing.size(), extra.size()}.share_right();
}

Comparison compare_facts(const EditionFolder& truth, const EditionFolder& found) {
  Names names;
  names.add(truth.edition.offices, found.edition.offices);
  names.add(truth.edition.audiences, found.edition.audiences);
  names.add(truth.edition.needs, found.edition.needs);
  const Matches matches = matches_of(truth.records, found.records, names);
  names.add(titles_of(truth.records, nullptr), titles_of(found.records, &matches));

  const Names same;
  Comparison comparison;
  std::set<const Record*> seen;
  for (const Record& record : found.records) {
    const Facts facts = facts_of(record, names);
    const auto match = matches.find(&record);
    const Facts wanted = match == matches.end() ? Facts{} : facts_of(*match->second, same);
    list(comparison.extra, record, facts, wanted);
    if (match == matches.end()) continue;
    list(comparison.missing, *match->second, wanted, facts);
    seen.insert(match->second);
    for (const auto& fact : facts)
      if (wanted.contains(fact)) ++comparison.right, ++comparison.by_kind[fact.first].right;
  }
  for (const Record& record : truth.records)
    if (!seen.contains(&record)) list(comparison.missing, record, facts_of(record, same), {});
  for (const Fact& fact : comparison.missing) ++comparison.by_kind[fact.kind].missing;
  for (const Fact& fact : comparison.extra) ++comparison.by_kind[fact.kind].extra;
  return comparison;
}

}  // namespace chiho::import_test
