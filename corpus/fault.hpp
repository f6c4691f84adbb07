// What is wrong with a source, and where.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "error/error.hpp"

namespace chiho {

struct Fault {
  std::string file;
  int line = 0;    // from 1; 0 where the fault is of the whole file
  int column = 0;  // from 1, in code points
  Text message;    // what is wrong (and what was probably meant)

  // file:line:column: message. A fault of the whole file is shown at 1:1, so that scripts always find a place.
  [[nodiscard]] std::string str(Lang lang) const;
};

using Faults = std::vector<Fault>;

// Text from outside as it can stand in a message: one line, no control characters, cut after `most` letters.
std::string shown(std::string_view text, std::size_t most = 60);

// （「A」「B」のことでしょうか） / (did you mean "A" or "B"?); empty where there are no names.
Text did_you_mean(const std::vector<std::string>& names);

}  // namespace chiho
