#include "import/spellings.hpp"

#include "import/labels.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest = 100;  // letters; no name is longer

}  // namespace

Spellings::Spellings(const Lines& lines) {
  for (const Line& line : lines) {
    if (const auto found = label_of(line.text); found && !found->value.empty()) {
      add(found->value);
    } else {
      add(line.text);
    }
  }
}

void Spellings::add(std::string_view name) {
  if (name.size() > longest * 3) return;
  Printed& printed = printed_[key(name)];
  if (printed.times++ == 0 || name.size() < printed.name.size()) printed.name = name;
}

std::string Spellings::of(std::string_view name) const {
  if (name.find(", ") != std::string_view::npos) return trimmed(name);  // a list of names
  const auto found = printed_.find(key(name));
  const bool confirmed = found != printed_.end() && found->second.times > 1;
  return confirmed ? found->second.name : closed_up(name);
}

}  // namespace chiho::brochure
