// Records on their way into an index, on disk: a collection need not fit into memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string_view>

#include "corpus/record.hpp"

namespace chiho {

// Where some records stand in a spool, one behind the other.
struct SpoolRange {
  std::uint64_t begin = 0;  // bytes
  std::uint64_t end = 0;
};

class Spool {
 public:
  // `file` is made. Throws Error io, as all below.
  explicit Spool(std::filesystem::path file);

  // `line` is a record as to_jsonl writes it.
  void add(std::string_view line);
  // Where the next record will stand.
  [[nodiscard]] std::uint64_t end() const { return end_; }
  // No more is added.
  void finish();

  // Gives the records of a range away, in order.
  void read(const SpoolRange& range, const std::function<void(Record&&)>& take) const;
  // The same, each as it was added.
  void read_lines(const SpoolRange& range, const std::function<void(std::string_view)>& take) const;

 private:
  std::filesystem::path file_;
  std::ofstream out_;
  std::uint64_t end_ = 0;
};

}  // namespace chiho
