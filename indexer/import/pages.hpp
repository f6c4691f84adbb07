// On which page a card stands, and under which needs: nothing marks a page in the text, but headings are printed again
// where a page begins, and the contents list says on which pages a heading stands.
#pragma once

#include <optional>
#include <vector>

#include "import/cards.hpp"
#include "import/headings.hpp"

namespace chiho::brochure {

struct PlacedCard {
  Card card;
  std::optional<int> page;
  std::vector<std::size_t> needs;  // index Headings::needs()
};

std::vector<PlacedCard> place_cards(std::vector<BodyPart> parts, const Headings& headings);

}  // namespace chiho::brochure
