#include "indexer/publish.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

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

// 000001.glass; other files in the folder are not ours.
bool is_generation(const fs::path& file) {
  const std::string stem = file.stem().string();
  return file.extension() == ".glass" && stem.size() >= 6 &&
         std::ranges::all_of(stem, [](char c) { return c >= '0' && c <= '9'; });
}

// Past every file there is, even one that `current` does not name.
std::uint32_t next_number(const fs::path& db) {
  std::uint32_t last = 0;
  for (const auto& entry : fs::directory_iterator(db))
    if (is_generation(entry.path()))
      last = std::max(last, static_cast<std::uint32_t>(std::strtoul(entry.path().stem().c_str(), nullptr, 10)));
  return last + 1;
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

void throw_unwritable(const fs::path& path) {
  throw Error(ErrorCode::io,
              {fmt::format("書き込めません: {}", path.string()), fmt::format("cannot write {}", path.string())},
              {"空き容量と権限を確かめてください。", "Check free disk space and permissions."});
}

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
    const bool unnamed = kept && is_generation(entry.path()) && name != kept->current.file_name() &&
                         !(kept->previous && name == kept->previous->file_name());
    std::error_code error;
    if (name.starts_with(working_prefix) || unnamed) fs::remove_all(entry.path(), error);
  }
}

void publish(const fs::path& db, const fs::path& written, const WorkingFolder& working,
             const std::optional<Generations>& before) {
  Generations after;
  after.current = {next_number(db), fs::file_size(written), file_checksum(written), {}};
  if (before) after.previous = last_sound(db, *before);
  sync(written);
  fs::rename(written, db / after.current.file_name());
  sync(db);  // `current` must never name a file that a crash lost
  publish(db, after, working);
}

void publish(const fs::path& db, const Generations& generations, const WorkingFolder& working) {
  replace_file(db / current_file, to_text(generations), working.path());
  remove_leftovers(db, generations);
}

}  // namespace chiho
