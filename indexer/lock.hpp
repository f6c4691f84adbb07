// One build at a time.
#pragma once

#include <filesystem>

namespace chiho {

// Held from construction to destruction; the system lets go of it when its holder dies. The file stays.
class BuildLock {
 public:
  // Throws Error io if another build holds it (unless `wait`) or the file cannot be made.
  BuildLock(const std::filesystem::path& file, bool wait);
  ~BuildLock();
  BuildLock(const BuildLock&) = delete;
  BuildLock& operator=(const BuildLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace chiho
