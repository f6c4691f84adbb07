// chiho-search contact
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/output.hpp"
#include "query/options.hpp"

namespace chiho {

int contact_command(const CommandLine& line, Lang lang) {
  Request request = request_of(line);
  request.filters[Field::type].push_back({"contact", false});
  request.match = MatchMode::all;
  if (request.query.empty())
    throw Error(ErrorCode::usage,
                {"contact には担当課室の名前か番号を指定してください。", "contact takes an office's name or number"},
                {"例: chiho-search contact 開発協力総括課", "Example: chiho-search contact 開発協力総括課"});
  const Output output = output_of(line, lang);
  const Engine engine(line);
  const Answer answer = engine.searcher().search(request);
  print(render(answer, output, "contact"));
  return exit_code(answer);
}

}  // namespace chiho
