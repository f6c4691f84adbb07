// chiho-search needs
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/output.hpp"

namespace chiho {

int needs_command(const CommandLine& line, Lang lang) {
  const Engine engine(line);
  print(render_needs(engine.index.metadata(), output_of(line, lang).style));
  return 0;
}

}  // namespace chiho
