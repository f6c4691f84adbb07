// Which item of the new edition is which of the old one.
#pragma once

#include <utility>
#include <vector>

#include "indexer/diff/items.hpp"

namespace chiho {

struct Pairs {
  std::vector<std::pair<const Item*, const Item*>> both;  // old and new, in the order of the new
  std::vector<const Item*> removed;
  std::vector<const Item*> added;
};

// Items of one kind; no two of one edition become the same. Ids are stable from edition to edition, so an id tells,
// unless the title stands under another; what neither id nor title tells, likeness of title and contents does.
Pairs pair_items(const std::vector<const Item*>& before, const std::vector<const Item*>& after);

}  // namespace chiho
