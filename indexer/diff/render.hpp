// A Diff for people, for scripts and for circulation. Nothing that is the same is told.
//
// JSON, keys always there:
//   {"format":"chiho-diff/1","same":false,
//    "old":{"id":"2018-07","date":"2018-07","title":"…"},"new":{…},
//    "phones":[CHANGED…],                                   phone and extension of offices
//    "office":KIND,"scheme":KIND,"case":KIND,"need":KIND,"audience":KIND,"edition":KIND,
//    "moved":[CHANGED…]}                                    page, pdf_page, pages, id
//   KIND     {"added":[NAME…],"removed":[NAME…],"renamed":[{"id":…,"old":"…","new":"…"}],"changed":[CHANGED…]}
//   NAME     {"id":"cambodia-water","title":"…"}            id null where it has none
//   CHANGED  {"type":"case","id":…,"title":"…","fields":[{"field":"phone","old":…,"new":…,"words":…}]}
// `field` is the key in the TOML files; old and new are as in the files: a string, a number, a list,
// null where there is none; prose of several lines is a list of them. `words`
// is there for prose that was changed: [["same","…"],["removed","…"],["added","…"]].
#pragma once

#include <string>

#include "error/error.hpp"
#include "indexer/diff/diff.hpp"

namespace chiho {

std::string render_diff_json(const Diff& diff);
std::string render_diff_text(const Diff& diff, Lang lang);
std::string render_diff_markdown(const Diff& diff, Lang lang);

}  // namespace chiho
