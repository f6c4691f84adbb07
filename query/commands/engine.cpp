#include "query/commands/engine.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace chiho {

Opening opening_of(const CommandLine& line) {
  Opening opening;
  opening.partial = line.has("partial");
  return opening;
}

Synonyms synonyms_of(const CommandLine& line) {
  Synonyms synonyms;
  if (!line.has("no-synonyms")) synonyms.read(DictionaryPaths::standard().words / "synonyms.txt");
  if (line.has("synonyms")) synonyms.read(std::filesystem::path(line.value("synonyms")));
  return synonyms;
}

namespace {

void say_missing(const Index& index, Lang lang) {
  if (index.missing().empty()) return;
  const std::string places = fmt::format("{}", fmt::join(index.missing(), ", "));
  const Text said{fmt::format("一部のシャードだけの答えです。答えないサーバー: {}", places),
                  fmt::format("only some shards answer; no answer from: {}", places)};
  std::fputs((said.in(lang) + "\n").c_str(), stderr);
}

}  // namespace

Engine::Engine(const CommandLine& line, Lang lang)
    : index(index_path(line.value("db")), opening_of(line)), synonyms(synonyms_of(line)) {
  say_missing(index, lang);
}

int exit_code(const Answer& answer) {
  return answer.total > 0 ? 0 : 1;
}

}  // namespace chiho
