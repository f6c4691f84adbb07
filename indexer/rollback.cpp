#include "indexer/rollback.hpp"

#include <fmt/format.h>

#include "bytes/file.hpp"
#include "error/error.hpp"
#include "indexer/lock.hpp"
#include "indexer/publish.hpp"
#include "query/index/generation.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

Generation previous_of(const fs::path& db, const Generations& generations) {
  if (generations.previous) return *generations.previous;
  throw Error(ErrorCode::usage,
              {fmt::format("一つ前の索引はありません: {}", db.string()),
               fmt::format("there is no generation before: {}", db.string())},
              {"戻せるのは、build で置き換えられたひとつだけです。元の版から build し直してください。",
               "Only the one that the last build replaced is kept. Build again from the sources of old."});
}

}  // namespace

void roll_back(const fs::path& db, const std::function<void()>& waits) {
  generations_of(db);  // a folder that is no index gets no lock file
  try {
    const auto once = [&waits](bool first) {
      if (first) waits();
    };
    const BuildLock lock(db / lock_file, waits ? std::function<void(bool)>(once) : nullptr);
    const Generations now = generations_of(db);
    const Generation previous = previous_of(db, now);
    check_generation(db, previous, true);
    publish_generations(db, {previous, now.current}, WorkingFolder(db));
  } catch (const fs::filesystem_error& error) {
    throw_unwritable(error.path1().empty() ? db : error.path1());
  }
}

}  // namespace chiho
