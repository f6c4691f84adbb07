// chiho-index verify
#include <fmt/format.h>

#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "query/index/generation.hpp"
#include "query/index/index.hpp"

namespace chiho {

namespace fs = std::filesystem;

int verify_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, 1, {"索引のフォルダを一つ", "one index folder"});
  const fs::path db = line.arguments.front();
  const Generations generations = generations_of(db);
  check_generation(db, generations.current, true);
  if (generations.previous) check_generation(db, *generations.previous, true);
  const Index index(db);
  print(Text{fmt::format("{}: 異常ありません。\n", db.string()), fmt::format("{}: sound\n", db.string())}.in(lang));
  return 0;
}

}  // namespace chiho
