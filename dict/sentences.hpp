// Where sentences end: 。！？!? with the closing brackets after them, and line ends. 「。」 inside brackets does not
// end one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace chiho {

struct Span {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

// The sentences of a text, in order, without the white space around them. None is empty.
std::vector<Span> sentences(std::string_view text);

}  // namespace chiho
