// The reverse look-up for people and for scripts.
#pragma once

#include <string>
#include <vector>

#include "query/search/needs.hpp"
#include "query/show/render_table.hpp"
#include "query/show/render_text.hpp"

namespace chiho {

// `open`: with the schemes.
std::string render_needs(const std::vector<NeedTree>& trees, bool open, const TextStyle& style);
// {"format":"chiho-search-needs/1","editions":[…]}
std::string render_needs_json(const std::vector<NeedTree>& trees);
// One need a line.
std::string render_needs_jsonl(const std::vector<NeedTree>& trees);
// A heading row, and a row a need: edition, group, need, pages, count.
std::vector<Row> need_rows(const std::vector<NeedTree>& trees);

}  // namespace chiho
