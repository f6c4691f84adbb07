#include "import/parts.hpp"

#include <algorithm>

#include "error/error.hpp"
#include "import/cards.hpp"
#include "import/labels.hpp"
#include "import/sections.hpp"

namespace chiho::brochure {
namespace {

// 事業例 over all cases, and again at the head of their other pages, is the label of none.
LineNumbers take_headings(Items& cases) {
  LineNumbers taken;
  for (Item& item : cases) {
    if (!item.is(Label::examples) || (item.on_line && &item != &cases.front())) continue;
    taken.push_back(item.number);
    item.label.reset();
    item.number = item.lines.empty() ? 0 : item.lines.front().number;
  }
  std::erase_if(cases, [](const Item& item) { return !item.label && item.lines.empty(); });
  return taken;
}

void refuse_what_is_no_brochure(const Parts& read) {
  const bool cards = std::any_of(read.cards.begin(), read.cards.end(), [](const auto& c) { return c.card.has_fields; });
  if (cards || !read.cases.empty() || !read.directory.offices.empty()) return;
  throw Error(ErrorCode::corpus,
              {"制度（手続き・連絡先・主な対象）も事業例（スキーム・概要と成果）も連絡先一覧も見つかりません",
               "no schemes (手続き, 連絡先, 主な対象), no cases (スキーム, 概要と成果) and no directory found"},
              {"決まった形のない文書は import せず、フォルダーのまま build に渡してください",
               "give documents of no known layout to build as a folder, without import"});
}

}  // namespace

Parts read_parts(const SourcePages& pages) {
  Parts read;
  read.lines = read_lines(pages.text());
  read.contents = read_contents(read.lines);
  const Sections at = find_sections(read.lines, read.contents);
  read.headings = Headings(read.contents);
  const Items card_items = items_of(read.lines, at.cards, at.cases);
  read.cards = place_cards(read_cards(card_items, read.headings), read.headings);
  Items case_items = items_of(read.lines, at.cases, at.directory);
  read.cases_heading = take_headings(case_items);
  read.cases = read_cases(case_items, read.contents);
  if (at.directory < read.lines.size())
    if (const auto printed = pages.page_of(read.lines[at.directory].number)) read.contents.directory_page = printed;
  read.directory = read_directory(read.lines, at.directory, at.end, read.contents.directory_page);
  refuse_what_is_no_brochure(read);
  return read;
}

}  // namespace chiho::brochure
