// What puts a generation in service: `current` replaced by one rename. Only who holds the build lock may do so.
#pragma once

#include <filesystem>
#include <optional>

#include "query/index/generation.hpp"

namespace chiho {

// What is being written, gone again unless it was published. Throws Error io.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::filesystem::path& db);
  ~WorkingFolder();
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// None too where `current` is damaged: that is no reason not to build a new index.
std::optional<Generations> generations_in_service(const std::filesystem::path& db);

// Leftovers of builds that died, and generations that nothing names any more; none of these where `current` cannot
// tell.
void remove_leftovers(const std::filesystem::path& db, const std::optional<Generations>& kept);

// The number that the next generation gets.
std::uint32_t next_generation(const std::filesystem::path& db);

// `generation`, whose new files are in the working folder by their names, becomes the live one; the one before it is
// the one that was live, or if that is damaged the one before that. Throws Error io.
void publish(const std::filesystem::path& db, const Generation& generation, const WorkingFolder& working,
             const std::optional<Generations>& before);

// Generations that are there already, as they are from now on. Throws Error io.
void publish_generations(const std::filesystem::path& db, const Generations& generations, const WorkingFolder& working);

}  // namespace chiho
