// The labels of the layout: the grammar of a brochure of this series.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/claims.hpp"
#include "import/lines.hpp"

namespace chiho::brochure {

enum class Label : std::uint8_t {
  procedure,  // of a card
  office,     // of both
  audience,   // of a card
  examples,   // of a card: the page of its cases; alone, the heading of the cases
  scheme,     // of a case
  example,    // of a case: its title
  date,       // of a case: dates the event or work
  detail,     // of a case: anything else
  results,    // of a case: what follows is its outcome
  url
};

struct Labelled {
  Label label = Label::detail;
  std::string name;   // as printed
  std::string value;  // what stands on the line; may be empty
};
// The label that a line begins with.
std::optional<Labelled> label_of(std::string_view line);

// A label with its value, or a run of lines without a blank one between.
struct Item {
  std::optional<Label> label;
  std::string name;        // of the label
  Lines lines;             // of a label: its value, as far as it follows without a blank line
  std::size_t number = 0;  // of the first line
  int gap = 0;
  bool on_line = false;  // the value began on the label's own line

  [[nodiscard]] bool is(Label wanted) const { return label == wanted; }
};
using Items = std::vector<Item>;

void append_numbers(LineNumbers& to, const Lines& lines);
// Of an item with its label.
void append_numbers(LineNumbers& to, const Item& item);

// `lines` [begin, end) as items. Beside a known label, bullets of the form "name value" are labels too.
Items items_of(const Lines& lines, std::size_t begin, std::size_t end);

}  // namespace chiho::brochure
