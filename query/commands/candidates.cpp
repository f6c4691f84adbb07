#include "query/commands/candidates.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "query/commands/engine.hpp"
#include "query/commands/id.hpp"
#include "query/commands/options.hpp"

namespace chiho {

namespace {

std::string pages_of(const Need& need) {
  return fmt::format("p.{}", fmt::join(need.pages, " p."));
}

// Every value that stands in a record, with its count; as facets, so of the newest editions.
std::vector<Candidate> facet_values(const Engine& engine, std::size_t facet, const CommandLine& line, Lang lang) {
  Request request;
  request.limit = 0;
  request.edition = line.value("edition");
  std::vector<Candidate> all;
  const Answer answer = engine.searcher().search(request);
  for (const FacetCount& count : answer.facets[facet])
    all.push_back({count.value, lang == Lang::ja ? fmt::format("{}件", count.count) : std::to_string(count.count)});
  return all;
}

std::vector<Candidate> offices(const Engine& engine, const CommandLine& line) {
  std::vector<Candidate> all;
  for (const Edition* edition : chosen_editions(engine.index, line.value("edition")))
    for (const Office& office : edition->offices) all.push_back({office.name, office.phone});
  return all;
}

std::vector<Candidate> editions(const Engine& engine) {
  std::vector<Candidate> all;
  for (const Edition& edition : engine.index.metadata().editions) all.push_back({edition.id, edition.title});
  all.push_back({"all", ""});
  return all;
}

std::vector<Candidate> ids(const Engine& engine) {
  std::vector<Candidate> all;
  for (const auto& id : known_ids(engine.index)) all.push_back({id, ""});
  return all;
}

std::vector<Candidate> needs(const Engine& engine, const CommandLine& line) {
  std::vector<Candidate> all;
  for (const Edition* edition : chosen_editions(engine.index, line.value("edition")))
    for (const Need& need : edition->needs) all.push_back({need.name, pages_of(need)});
  return all;
}

}  // namespace

std::vector<Candidate> candidates(std::string_view what, const CommandLine& typed, Lang lang) {
  const auto facet = std::ranges::find_if(facet_fields, [&](Field field) { return info(field).key == what; });
  const bool named = facet != facet_fields.end() && *facet != Field::type;
  if (!named && what != "ID" && what != "OFFICE" && what != "PART" && what != "edition") return {};
  CommandLine line = typed;
  add_settings(search_program(), line);
  const Engine engine(line, lang);
  if (what == "ID") return ids(engine);
  if (what == "OFFICE") return offices(engine, line);
  if (what == "PART") return needs(engine, line);
  if (what == "edition") return editions(engine);
  return facet_values(engine, static_cast<std::size_t>(facet - facet_fields.begin()), line, lang);
}

}  // namespace chiho
