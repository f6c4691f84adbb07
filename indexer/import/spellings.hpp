// Spaces in names: a converter puts one where a name was broken over two lines.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "import/lines.hpp"

namespace chiho::brochure {

class Spellings {
 public:
  explicit Spellings(const Lines& lines);
  // The name with the fewest spaces that it is printed with; one printed only once has none between Japanese letters.
  // A list of names is left as it is.
  [[nodiscard]] std::string of(std::string_view name) const;

 private:
  struct Printed {
    std::string name;
    int times = 0;
  };
  void add(std::string_view name);

  std::map<std::string, Printed> printed_;  // by key
};

}  // namespace chiho::brochure
