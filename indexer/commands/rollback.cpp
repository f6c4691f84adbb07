// chiho-index rollback
#include "indexer/rollback.hpp"

#include <fmt/format.h>

#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "query/index/index.hpp"

namespace chiho {

int rollback_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, 1, {"索引のフォルダを一つ", "one index folder"});
  const std::filesystem::path db = line.arguments.front();
  roll_back(db, line.has("wait") ? std::function<void()>([&] { say_waiting(db, lang); }) : nullptr);
  const Metadata metadata = Index(db).metadata();
  const Text summary{
      fmt::format("{}: {} に作った{}件の索引に戻しました。\n", db.string(), metadata.created, metadata.record_count()),
      fmt::format("{}: back to the index of {}, {} records\n", db.string(), metadata.created, metadata.record_count())};
  print(summary.in(lang));
  return 0;
}

}  // namespace chiho
