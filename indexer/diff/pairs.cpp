#include "indexer/diff/pairs.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <tuple>

#include "dict/normalize.hpp"
#include "indexer/diff/likeness.hpp"

namespace chiho {

namespace {

// Likeness of titles and of contents add up, so 2 is the most. Different records of one brochure reach .6, by what all
// its titles are made of.
constexpr double alike = 0.8;
constexpr double same_evidence = 0.5;
constexpr std::size_t most_compared = 250'000;  // pairs: more are no brochure's

std::string title_key(const Item& item) {
  std::string key = folded(item.title);
  std::erase(key, ' ');
  return key;
}

class Pairing {
 public:
  Pairing(std::vector<const Item*> before, std::vector<const Item*> after)
      : before_(std::move(before)), after_(std::move(after)) {}

  // Those for which `key` says the same; an empty one says nothing.
  void by(const std::function<std::string(const Item&)>& key) {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (before_[i] != nullptr) known.emplace(key(*before_[i]), i);
    known.erase("");
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (after_[j] == nullptr) continue;
      const auto found = known.find(key(*after_[j]));
      if (found == known.end()) continue;
      join(found->second, j);
      known.erase(found);
    }
  }

  // The likest first.
  void by_likeness() {
    const auto a = sketches(before_);
    const auto b = sketches(after_);
    if (a.size() * b.size() > most_compared) return;
    std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
    for (const Sketched& one : a)
      for (const Sketched& other : b)
        if (const double score = likeness(one, other); score >= alike)
          candidates.emplace_back(-score, one.index, other.index);
    std::ranges::sort(candidates);
    for (const auto& [score, i, j] : candidates)
      if (before_[i] != nullptr && after_[j] != nullptr) join(i, j);
  }

  Pairs result() {
    std::ranges::sort(joined_);
    for (const auto& [j, pair] : joined_) pairs_.both.push_back(pair);
    for (const Item* item : before_)
      if (item != nullptr) pairs_.removed.push_back(item);
    for (const Item* item : after_)
      if (item != nullptr) pairs_.added.push_back(item);
    return std::move(pairs_);
  }

 private:
  struct Sketched {
    std::size_t index;
    const std::string* evidence;
    Sketch title;
    Sketch contents;
  };

  static std::vector<Sketched> sketches(const std::vector<const Item*>& items) {
    std::vector<Sketched> all;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i] != nullptr)
        all.push_back({i, &items[i]->evidence, Sketch(items[i]->title, 2), Sketch(items[i]->contents, 3)});
    return all;
  }

  static double likeness(const Sketched& one, const Sketched& other) {
    const double evidence = !one.evidence->empty() && *one.evidence == *other.evidence ? same_evidence : 0;
    return one.title.likeness(other.title) + one.contents.likeness(other.contents) + evidence;
  }

  void join(std::size_t i, std::size_t j) {
    joined_.emplace_back(j, std::pair(before_[i], after_[j]));
    before_[i] = nullptr;
    after_[j] = nullptr;
  }

  std::vector<const Item*> before_;  // null: has its other half
  std::vector<const Item*> after_;
  std::vector<std::pair<std::size_t, std::pair<const Item*, const Item*>>> joined_;
  Pairs pairs_;
};

}  // namespace

Pairs pair_items(const std::vector<const Item*>& before, const std::vector<const Item*>& after) {
  Pairing pairing(before, after);
  pairing.by([](const Item& item) { return item.id.empty() ? "" : item.id + "\n" + title_key(item); });
  pairing.by(title_key);
  pairing.by([](const Item& item) { return item.id; });
  pairing.by_likeness();
  return pairing.result();
}

}  // namespace chiho
