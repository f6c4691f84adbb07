// chiho-search completion
#include "query/program/completion.hpp"

#include "query/commands/commands.hpp"

namespace chiho {

int completion_command(const CommandLine& line, Lang) {
  const auto script = line.arguments.size() == 1 ? completion_script(line.arguments.front()) : std::nullopt;
  if (!script)
    throw Error(ErrorCode::usage, {"completion にはシェルを一つ指定してください。", "completion takes one shell"},
                {"bash、zsh、fish のどれかです。", "One of bash, zsh, fish."});
  print(*script);
  return 0;
}

}  // namespace chiho
