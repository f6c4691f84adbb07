#include "indexer/publish.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

#include "bytes/file.hpp"
#include "error/error.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

constexpr const char* working_prefix = ".building";

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

bool names(const Generation& generation, const std::string& file) {
  return file == generation.file_name() ||
         std::ranges::find(generation.shards, file, &ShardFile::name) != generation.shards.end();
}

bool is_sound(const fs::path& db, const Generation& generation) {
  try {
    check_generation(db, generation, true);
    return true;
  } catch (const Error&) {
    return false;
  }
}

std::optional<Generation> last_sound(const fs::path& db, const Generations& generations) {
  if (is_sound(db, generations.current)) return generations.current;
  if (generations.previous && is_sound(db, *generations.previous)) return generations.previous;
  return std::nullopt;
}

}  // namespace

WorkingFolder::WorkingFolder(const fs::path& db) : path_(db / fmt::format("{}-{}", working_prefix, ::getpid())) {
  std::error_code error;
  if (!fs::create_directories(path_, error)) throw_unwritable(path_);
}

WorkingFolder::~WorkingFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::optional<Generations> generations_in_service(const fs::path& db) {
  try {
    return read_generations(db);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void remove_leftovers(const fs::path& db, const std::optional<Generations>& kept) {
  for (const auto& entry : fs::directory_iterator(db)) {
    const std::string name = entry.path().filename().string();
    const bool unnamed = kept && generation_of_file(name) && !names(kept->current, name) &&
                         !(kept->previous && names(*kept->previous, name));
    std::error_code error;
    if (name.starts_with(working_prefix) || unnamed) fs::remove_all(entry.path(), error);
  }
}

// Past every file there is, even one that `current` does not name.
std::uint32_t next_generation(const fs::path& db) {
  std::uint32_t last = 0;
  for (const auto& entry : fs::directory_iterator(db))
    last = std::max(last, generation_of_file(entry.path().filename().string()).value_or(0));
  return last + 1;
}

void publish(const fs::path& db, const Generation& generation, const WorkingFolder& working,
             const std::optional<Generations>& before) {
  Generations after{generation, std::nullopt};
  if (before) after.previous = last_sound(db, *before);
  for (const auto& entry : fs::directory_iterator(working.path()))
    if (const std::string name = entry.path().filename().string(); names(generation, name)) {
      sync(entry.path());
      fs::rename(entry.path(), db / name);
    }
  sync(db);  // `current` must never name a file that a crash lost
  publish_generations(db, after, working);
}

void publish_generations(const fs::path& db, const Generations& generations, const WorkingFolder& working) {
  replace_file(db / current_file, to_text(generations), working.path());
  remove_leftovers(db, generations);
}

}  // namespace chiho
