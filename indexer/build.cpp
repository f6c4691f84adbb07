#include "indexer/build.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>

#include "bytes/file.hpp"
#include "corpus/jsonl.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/lock.hpp"
#include "indexer/publish.hpp"
#include "indexer/sources.hpp"
#include "query/index/generation.hpp"
#include "query/index/index.hpp"
#include "query/index/xapian_errors.hpp"

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

// Of these very sources, their records uncounted yet.
bool is_of(const Metadata& metadata, const std::vector<Source>& found) {
  return std::ranges::equal(metadata.sources, found, [](const Source& built, const Source& now) {
    return built.path == now.path && built.checksum == now.checksum;
  });
}

// In as many shards, to be served, or in none.
bool is_sharded_so(std::uint32_t shards, const Index& index) {
  const auto dealt =
      with_xapian(index.where(), [&] { return dealt_of(index.shards()[0].get_metadata(std::string(dealt_entry))); });
  return shards == (dealt ? dealt->count : 0);
}

bool is_unchanged(const BuildRequest& request, const std::vector<Source>& found, const Analyzer& analyzer,
                  Built& built) {
  if (request.force) return false;
  try {
    const Index index(request.db);
    if (const auto generations = read_generations(request.db))
      check_generation(request.db, generations->current, true, stop_if_interrupted);  // a damaged index is made anew
    built.metadata = index.metadata();
    return is_sharded_so(request.shards, index) && is_of(built.metadata, found) &&
           built.metadata.fingerprint == analyzer.fingerprint();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::interrupted) throw;
    return false;
  }
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::now()));
}

std::vector<ShardFile> reusable_shards(const BuildRequest& request, const std::optional<Generations>& before) {
  std::vector<ShardFile> shards;
  if (request.force || !before) return shards;
  shards = before->current.shards;
  if (before->previous) shards.insert(shards.end(), before->previous->shards.begin(), before->previous->shards.end());
  return shards;
}

// What is read from the sources.
struct Read {
  Sources sources;
  Collected collected;
};

Read read_all(const BuildRequest& request, std::vector<Source> found, const fs::path& working) {
  Read read{{}, {Spool(working / "records"), {}, {}, {}}};
  Spool& spool = read.collected.spool;
  Progress& in_all = read.collected.in_all;
  ShardCutter cutter(request.shard_size);
  read.sources = read_sources(std::move(found), [&](const Record& record) {
    stop_if_interrupted();
    const std::string line = to_jsonl(record);
    const std::uint64_t begin = spool.end();
    spool.add(line);
    cutter.add(record, line, {begin, spool.end()});
    ++in_all.records;
    read.collected.types.push_back(record.type);
    in_all.bytes += bytes_of(record);
    request.progress({in_all.records, 0, in_all.bytes, 0});
  });
  spool.finish();
  read.collected.shards = cutter.finish();
  return read;
}

Generation write_generation(const BuildRequest& request, const Analyzer& analyzer, const Read& read,
                            const fs::path& working, const std::optional<Generations>& before) {
  Metadata metadata;
  metadata.created = now();
  metadata.sources = read.sources.sources;
  metadata.editions = read.sources.editions;
  const auto progress = [&](const Progress& done) {
    stop_if_interrupted();
    request.progress(done);
  };
  GenerationWriter writer(
      {request.db, working, request.jobs, progress, reusable_shards(request, before), request.shards}, analyzer);
  Generation generation = writer.write(next_generation(request.db), read.collected, std::move(metadata));
  stop_if_interrupted();
  return generation;
}

Built build_locked(const BuildRequest& request, const Analyzer& analyzer) {
  Built built;
  std::vector<Source> found = find_sources(request.sources, stop_if_interrupted);
  if (is_unchanged(request, found, analyzer, built)) {
    built.changed = false;
    return built;
  }
  const auto before = generations_in_service(request.db);
  remove_leftovers(request.db, before);
  {
    const WorkingFolder working(request.db);
    const Read read = read_all(request, std::move(found), working.path());
    built.faults = read.sources.faults;
    if (!built.faults.empty()) return built;
    publish(request.db, write_generation(request, analyzer, read, working.path(), before), working, before);
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
