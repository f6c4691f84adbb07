// chiho-search facets
#include <algorithm>

#include "corpus/nearest.hpp"
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/options.hpp"
#include "query/commands/output.hpp"
#include "query/show/render_json.hpp"

namespace chiho {

namespace {

std::string render(const Answer& answer, const std::vector<Field>& wanted, const Output& output) {
  if (output.format == Format::json) return render_json(answer);
  if (output.format == Format::jsonl) return render_facets_line(answer, wanted);
  if (output.is_table()) return table(facet_rows(answer, wanted), output);
  return answer.total == 0 ? render_text(answer, output.style) : render_facets(answer, wanted, output.style);
}

// For a facet whose name was mistyped, and so taken for a word.
void suggest_facet(const std::string& typed, Answer& answer) {
  std::vector<std::string> names;
  for (const Field facet : facet_fields) names.emplace_back(info(facet).key);
  for (const auto& name : nearest(typed, names, 1)) answer.suggestions.push_back("chiho-search facets " + name);
}

}  // namespace

int facets_command(const CommandLine& line, Lang lang) {
  CommandLine rest = line;
  std::vector<Field> wanted(facet_fields.begin(), facet_fields.end());
  if (!rest.arguments.empty()) {
    const auto named = std::ranges::find_if(
        facet_fields, [&](Field facet) { return info(facet).key == std::string_view(rest.arguments.front()); });
    if (named != facet_fields.end()) {
      wanted = {*named};
      rest.arguments.erase(rest.arguments.begin());
    }
  }
  Request request = request_of(rest);
  request.limit = 0;
  const Output output = output_of(line, lang);
  refuse_trec(output, line);
  const Engine engine(line, lang);
  Answer answer = engine.searcher().search(request);
  if (answer.total == 0 && !rest.arguments.empty()) suggest_facet(rest.arguments.front(), answer);
  print(render(answer, wanted, output), output);
  return exit_code(answer);
}

}  // namespace chiho
