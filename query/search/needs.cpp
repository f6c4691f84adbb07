#include "query/search/needs.hpp"

#include <algorithm>
#include <numeric>

#include "query/search/contacts.hpp"
#include "query/search/filters.hpp"

namespace chiho {

namespace {

constexpr std::uint32_t all_hits = 1'000'000;

// The counts of every need, and every scheme with its needs, of one edition.
struct Found {
  std::vector<FacetCount> counts;
  std::vector<Hit> schemes;
};

Found found_in(const Searcher& searcher, const Edition& edition) {
  Request request;
  request.edition = edition.id;
  request.limit = 0;
  Found found;
  const auto need = std::ranges::find(facet_fields, Field::need) - facet_fields.begin();
  found.counts = searcher.search(request).facets[static_cast<std::size_t>(need)];
  request.filters[Field::type] = {{std::string(to_string(RecordType::scheme)), false}};
  request.sort = SortOrder::page;
  request.limit = all_hits;
  found.schemes = searcher.search(request).hits;
  return found;
}

NeedLeaf leaf_of(const Need& need, const Found& found) {
  NeedLeaf leaf{need.name, need.pages, 0, {}};
  const auto counted = std::ranges::find(found.counts, need.name, &FacetCount::value);
  if (counted != found.counts.end()) leaf.count = counted->count;
  for (const Hit& hit : found.schemes)
    if (std::ranges::find(hit.record.need, need.name) != hit.record.need.end())
      leaf.schemes.push_back({hit.record.id, hit.record.type, hit.record.title, hit.record.page});
  return leaf;
}

bool has_part(const Need& need, const std::string& key) {
  const auto has = [&](const std::string& wording) { return name_key(wording).find(key) != std::string::npos; };
  return has(need.name) || has(need.group) || std::ranges::any_of(need.aliases, has);
}

NeedTree tree_of(const Searcher& searcher, const Edition& edition, const std::string& key) {
  NeedTree tree{note_of(edition), {}};
  const Found found = found_in(searcher, edition);
  for (const Need& need : edition.needs) {
    if (!has_part(need, key)) continue;
    auto group = std::ranges::find(tree.groups, need.group, &NeedGroup::name);
    if (group == tree.groups.end()) group = tree.groups.insert(group, NeedGroup{need.group, {}});
    group->needs.push_back(leaf_of(need, found));
  }
  return tree;
}

}  // namespace

std::size_t NeedTree::size() const {
  return std::accumulate(groups.begin(), groups.end(), std::size_t{0},
                         [](std::size_t sum, const NeedGroup& group) { return sum + group.needs.size(); });
}

std::vector<NeedTree> need_trees(const Searcher& searcher, const std::vector<const Edition*>& editions,
                                 const std::string& part) {
  std::vector<NeedTree> trees;
  for (const Edition* edition : editions)
    if (NeedTree tree = tree_of(searcher, *edition, name_key(part)); tree.size() > 0) trees.push_back(std::move(tree));
  return trees;
}

}  // namespace chiho
