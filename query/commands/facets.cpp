// chiho-search facets
#include <algorithm>

#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/output.hpp"
#include "query/options.hpp"
#include "query/render_json.hpp"

namespace chiho {

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
  const Engine engine(line);
  const Answer answer = engine.searcher().search(request);
  print(output.format == Format::json ? render_json(answer) : render_facets(answer, wanted, output.style));
  return exit_code(answer);
}

}  // namespace chiho
