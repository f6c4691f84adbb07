// Scheme cards: title, prose, 手続き, 連絡先, 主な対象, 事業例.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "corpus/edition_folder.hpp"
#include "import/headings.hpp"
#include "import/labels.hpp"
#include "import/reviews.hpp"

namespace chiho::brochure {

struct Card {
  std::string title;
  std::string subtitle;  // in brackets below the title
  std::size_t line = 0;  // of the title
  std::vector<std::string> text;
  std::vector<std::string> procedure;
  Lines contact;
  Lines audience;
  std::vector<int> examples;  // the pages of its cases
  std::vector<std::string> urls;
  std::vector<std::string> links;  // 結果概要 http://…
  bool columns_merged = false;     // the value of 連絡先 stands before that of 主な対象
  bool has_fields = false;
  LineNumbers lines;  // all that went into it
  Reviews reviews;
};

// What the body holds, in order.
using BodyPart = std::variant<Heading, Card>;

std::vector<BodyPart> read_cards(const Items& items, Headings& headings);

}  // namespace chiho::brochure
