// Lines that are gathered in any order, and given out sorted, each once. What grows too large goes to files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

class LineSorter {
 public:
  // What is held before it is written to a file, in bytes, about.
  static constexpr std::size_t most_held = 16U << 20U;

  // `runs`: what the files are named after; their folder exists. They go with the sorter.
  explicit LineSorter(std::filesystem::path runs, std::size_t most = most_held) : name_(std::move(runs)), most_(most) {}
  ~LineSorter();
  LineSorter(LineSorter&&) = default;
  LineSorter(const LineSorter&) = delete;
  LineSorter& operator=(const LineSorter&) = delete;

  // Without '\n' in it. Throws Error io.
  void add(std::string_view line);

  [[nodiscard]] const std::vector<std::filesystem::path>& runs() const { return runs_; }

  // The lines of all of them, by their bytes. Throws Error io.
  static void merge(const std::vector<const LineSorter*>& all, const std::function<void(std::string_view)>& take);

 private:
  [[nodiscard]] std::vector<std::string_view> sorted() const;
  void write_run();

  std::filesystem::path name_;
  std::size_t most_;
  std::string held_;
  std::vector<std::uint32_t> ends_;  // of the lines held
  std::vector<std::filesystem::path> runs_;
};

}  // namespace chiho
