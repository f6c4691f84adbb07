// chiho-search [words]
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/options.hpp"
#include "query/commands/output.hpp"
#include "query/search/parser.hpp"
#include "query/show/overview.hpp"

namespace chiho {

int search_command(const CommandLine& line, Lang lang) {
  const Request request = request_of(line);
  const Output output = output_of(line, lang);
  const Engine engine(line, lang);
  const bool blank = parse_query(request.query).empty() && request.filters.empty() && !request.page;
  if (blank && request.edition.empty() && output.format == Format::human && !output.facets) {
    print(render_overview(engine.index.metadata(), output.style), output);
    return 0;
  }
  const Answer answer = engine.searcher().search(request);
  print(render(answer, output), output);
  return exit_code(answer);
}

}  // namespace chiho
