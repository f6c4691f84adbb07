#include "indexer/build.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <optional>

#include "indexer/lock.hpp"
#include "indexer/sources.hpp"
#include "indexer/writer.hpp"
#include "query/generation.hpp"
#include "query/index.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr const char* working_prefix = ".building";

[[noreturn]] void throw_unwritable(const fs::path& path) {
  throw Error(ErrorCode::io,
              {fmt::format("書き込めません: {}", path.string()), fmt::format("cannot write {}", path.string())},
              {"空き容量と権限を確かめてください。", "Check free disk space and permissions."});
}

void stop_if_interrupted() {
  if (interrupted) throw Error(ErrorCode::interrupted, {"中断しました。", "interrupted"});
}

// What is being written, gone again unless it was published.
class WorkingFolder {
 public:
  explicit WorkingFolder(const fs::path& db) : path_(db / fmt::format("{}-{}", working_prefix, ::getpid())) {
    std::error_code error;
    if (!fs::create_directories(path_, error)) throw_unwritable(path_);
  }
  ~WorkingFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) throw_unwritable(path);
}

void replace_file(const fs::path& file, const std::string& text, const fs::path& working) {
  const fs::path fresh = working / file.filename();
  std::ofstream out(fresh, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw_unwritable(fresh);
  sync(fresh);
  std::error_code error;
  fs::rename(fresh, file, error);
  if (error) throw_unwritable(file);
  sync(file.parent_path());
}

// A damaged index is no reason not to build a new one.
std::optional<Generations> generations_in_service(const fs::path& db) {
  try {
    return read_generations(db);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// Past every file there is, even one that `current` does not name.
std::uint32_t next_number(const fs::path& db) {
  std::uint32_t last = 0;
  for (const auto& entry : fs::directory_iterator(db))
    if (entry.path().extension() == ".glass")
      last = std::max(last, static_cast<std::uint32_t>(std::strtoul(entry.path().stem().c_str(), nullptr, 10)));
  return last + 1;
}

// Leftovers of builds that died, and generations that nothing names any more; none of these where `current` cannot
// tell.
void remove_leftovers(const fs::path& db, const std::optional<Generations>& kept) {
  for (const auto& entry : fs::directory_iterator(db)) {
    const std::string name = entry.path().filename().string();
    const bool unnamed = kept && entry.path().extension() == ".glass" && name != kept->current.file_name() &&
                         !(kept->previous && name == kept->previous->file_name());
    std::error_code error;
    if (name.starts_with(working_prefix) || unnamed) fs::remove_all(entry.path(), error);
  }
}

bool is_unchanged(const BuildRequest& request, const Sources& sources, const Analyzer& analyzer, Built& built) {
  if (request.force) return false;
  try {
    const Index index(request.db);
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
  IndexWriter writer(working / "index", analyzer, sources.collection.editions);
  for (std::size_t i = 0; i < records.size(); ++i) {
    stop_if_interrupted();
    writer.add(records[i]);
    request.progress(i + 1, records.size());
  }
  Metadata metadata;
  metadata.created = now();
  metadata.sources = sources.sources;
  metadata.editions = sources.collection.editions;
  writer.finish(std::move(metadata), target);
  stop_if_interrupted();
}

void publish(const fs::path& db, const fs::path& written, const fs::path& working,
             const std::optional<Generations>& before) {
  Generations after;
  after.current = {next_number(db), fs::file_size(written), file_checksum(written)};
  if (before) after.previous = before->current;
  sync(written);
  fs::rename(written, db / after.current.file_name());
  replace_file(db / current_file, to_text(after), working);
  remove_leftovers(db, after);
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
    publish(request.db, written, working.path(), before);
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
    const BuildLock lock(request.db / lock_file, request.wait);
    return build_locked(request, analyzer);
  } catch (const fs::filesystem_error& error) {
    throw_unwritable(error.path1().empty() ? request.db : error.path1());
  }
}

}  // namespace chiho
