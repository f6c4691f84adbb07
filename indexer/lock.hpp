// One build at a time.
#pragma once

#include <filesystem>
#include <functional>

namespace chiho {

// Held from construction to destruction; the system lets go of it when its holder dies. The file stays.
class BuildLock {
 public:
  // While another build holds it `waits` is called, several times a second, and may throw; without it, that is Error
  // io, as it is if the file cannot be made.
  explicit BuildLock(const std::filesystem::path& file, const std::function<void(bool first)>& waits = {});

 private:
  class Descriptor {
   public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

   private:
    int number_;
  };
  Descriptor descriptor_;
};

}  // namespace chiho
