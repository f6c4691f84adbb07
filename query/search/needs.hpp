// The reverse look-up: the needs of the contents page as a tree, with the schemes that meet them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/search/answer.hpp"
#include "query/search/searcher.hpp"

namespace chiho {

struct NeedLeaf {
  std::string name;
  std::vector<int> pages;        // of the contents page
  std::uint64_t count = 0;       // records that --need finds by it
  std::vector<Related> schemes;  // by page
};

struct NeedGroup {
  std::string name;
  std::vector<NeedLeaf> needs;
};

struct NeedTree {
  EditionNote edition;
  std::vector<NeedGroup> groups;

  [[nodiscard]] std::size_t size() const;  // in leaves
};

// One tree an edition. With `part`, only the needs (and whole groups) that have it in their wording.
std::vector<NeedTree> need_trees(const Searcher& searcher, const std::vector<const Edition*>& editions,
                                 const std::string& part);

}  // namespace chiho
