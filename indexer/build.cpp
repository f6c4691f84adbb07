#include "indexer/build.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>

#include "indexer/lock.hpp"
#include "indexer/publish.hpp"
#include "indexer/sources.hpp"
#include "indexer/writer.hpp"
#include "query/generation.hpp"
#include "query/index.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void stop_if_interrupted() {
  if (interrupted) throw Error(ErrorCode::interrupted, {"中断しました。", "interrupted"});
}

// A build that waits for another can be interrupted like one at work.
std::function<void(bool)> waiting(const BuildRequest& request) {
  if (!request.waits) return {};
  return [&request](bool first) {
    stop_if_interrupted();
    if (first) request.waits();
  };
}

bool is_unchanged(const BuildRequest& request, const Sources& sources, const Analyzer& analyzer, Built& built) {
  if (request.force) return false;
  try {
    const Index index(request.db);
    if (const auto generations = read_generations(request.db))
      check_generation(request.db, generations->current, true);  // a damaged index is made anew
    built.metadata = index.metadata();
    return built.metadata.sources == sources.sources && built.metadata.fingerprint == analyzer.fingerprint();
  } catch (const Error&) {
    return false;
  }
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::now()));
}

// Equals are ranked in the order of the index: by type, then as the sources have them.
void sort_for_index(std::vector<Record>& records) {
  std::ranges::stable_sort(records, {}, &Record::type);
}

void write_generation(const BuildRequest& request, const Analyzer& analyzer, Sources& sources, const fs::path& working,
                      const fs::path& target) {
  std::vector<Record>& records = sources.collection.records;
  sort_for_index(records);
  Metadata metadata;
  metadata.created = now();
  metadata.sources = sources.sources;
  metadata.editions = sources.collection.editions;
  const auto progress = [&](const Progress& done) {
    stop_if_interrupted();
    request.progress(done);
  };
  IndexWriter writer({working / "index", request.jobs, progress}, analyzer);
  writer.write(records, std::move(metadata), target);
  stop_if_interrupted();
}

Built build_locked(const BuildRequest& request, const Analyzer& analyzer) {
  Sources sources = read_sources(request.sources);
  Built built;
  built.faults = sources.faults;
  if (!built.faults.empty()) return built;
  if (is_unchanged(request, sources, analyzer, built)) {
    built.changed = false;
    return built;
  }
  const auto before = generations_in_service(request.db);
  remove_leftovers(request.db, before);
  {
    const WorkingFolder working(request.db);
    const fs::path written = working.path() / "index.glass";
    write_generation(request, analyzer, sources, working.path(), written);
    publish(request.db, written, working, before);
  }
  built.metadata = Index(request.db).metadata();
  return built;
}

}  // namespace

void interrupt_build() noexcept {
  interrupted = true;
}

Built build(const BuildRequest& request, const Analyzer& analyzer) {
  try {
    fs::create_directories(request.db);
    const BuildLock lock(request.db / lock_file, waiting(request));
    return build_locked(request, analyzer);
  } catch (const fs::filesystem_error& error) {
    throw_unwritable(error.path1().empty() ? request.db : error.path1());
  }
}

}  // namespace chiho
