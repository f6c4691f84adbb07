// The faults of one file, and what is known with its place in the file.
#pragma once

#include <string>
#include <utility>

#include "corpus/fault.hpp"

namespace chiho {

struct Position {
  int line = 0;
  int column = 0;
};

template <class T>
struct Located {
  T value{};
  Position at;
};

class FileFaults {
 public:
  FileFaults(Faults& faults, std::string file) : faults_(faults), file_(std::move(file)) {}

  void add(Position at, Text message) { faults_.push_back({file_, at.line, at.column, std::move(message)}); }
  void add(Position at, Text message, const Text& meant) {
    message.ja += meant.ja;
    message.en += meant.en;
    add(at, std::move(message));
  }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  Faults& faults_;
  std::string file_;
};

}  // namespace chiho
