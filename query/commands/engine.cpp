#include "query/commands/engine.hpp"

namespace chiho {

Engine::Engine(const CommandLine& line) : index(index_path(line.value("db"))) {
  if (!line.has("no-synonyms")) synonyms.read(DictionaryPaths::standard().words / "synonyms.txt");
  if (line.has("synonyms")) synonyms.read(std::filesystem::path(line.value("synonyms")));
}

int exit_code(const Answer& answer) {
  return answer.total > 0 ? 0 : 1;
}

}  // namespace chiho
