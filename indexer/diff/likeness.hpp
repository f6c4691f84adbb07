// How like two texts are, at a cost that does not grow with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace chiho {

// The runs of `length` letters that a text is made of, as hashes; of a long text the least of them, which of any two
// texts are a fair sample.
class Sketch {
 public:
  Sketch(std::string_view text, std::size_t length);

  // 1 for texts of the same runs, 0 for texts that have none in common or have none: Dice's coefficient.
  [[nodiscard]] double likeness(const Sketch& other) const;

 private:
  std::vector<std::uint64_t> hashes_;  // ascending, none twice
};

}  // namespace chiho
