// Answers as JSON: one object with the keys that scripts rely on. docs/chiho-search-1.schema.json describes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/search/answer.hpp"
#include "query/search/directory.hpp"

namespace chiho {

struct JsonStyle {
  std::vector<std::string> fields;      // of each hit; empty: all. An object says in "fields" that they were chosen
  std::optional<std::string> query_id;  // of a batch: query.id of an object, query_id of a line
  const std::vector<DirectoryEntry>* offices = nullptr;  // that contact found
};

// The whole answer, one object, ended by '\n'. Always valid JSON in UTF-8.
std::string render_json(const Answer& answer, const JsonStyle& style = {});
// One hit a line.
std::string render_jsonl(const Answer& answer, const JsonStyle& style = {});
// {"total":…,"facets":{…}}: a line after the hits.
std::string render_facets_line(const Answer& answer, const std::vector<Field>& wanted, const JsonStyle& style = {});
// {"format":…,"error":{"code":…,"message":…,"hint":…}}: where there is no answer.
std::string render_error_json(const Error& error, Lang lang);
// One office a line.
std::string render_offices_jsonl(const std::vector<DirectoryEntry>& entries);

}  // namespace chiho
