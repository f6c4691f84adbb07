// chiho-search similar
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/id.hpp"
#include "query/commands/options.hpp"
#include "query/commands/output.hpp"

namespace chiho {

int similar_command(const CommandLine& line, Lang lang) {
  const std::string& id = id_in(line);
  const Request request = request_of(line);
  const Output output = output_of(line, lang);
  const Engine engine(line, lang);
  const auto answer = engine.searcher().similar(id, request);
  if (!answer) throw_unknown_id(id, engine.index);
  print(render(*answer, output), output);
  return exit_code(*answer);
}

}  // namespace chiho
