#include "import/pages.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

struct Head {
  std::size_t need = 0;
  std::optional<int> page;
  std::size_t line = 0;
};

// Headings that stand together, and the cards below them.
struct Section {
  std::vector<Head> heads;
  std::vector<std::size_t> cards;
  std::optional<int> page;
};

std::string page_name(int page) {
  return "p." + std::to_string(page);
}

class Placer {
 public:
  explicit Placer(const Headings& headings) : needs_(headings.needs()) {}

  std::vector<PlacedCard> place(std::vector<BodyPart> parts) {
    for (BodyPart& part : parts) {
      if (Card* card = std::get_if<Card>(&part)) {
        if (sections_.empty()) sections_.emplace_back();
        sections_.back().cards.push_back(cards_.size());
        cards_.push_back({std::move(*card), std::nullopt, {}});
      } else {
        add(std::get<Heading>(part));
      }
    }
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      number(sections_[i]);
      give_needs(sections_[i]);
      heads_without_cards(i);
    }
    note_doubts();
    return std::move(cards_);
  }

 private:
  void add(const Heading& heading);
  void number(Section& section);
  void give_needs(const Section& section);
  void heads_without_cards(std::size_t section);
  void note_doubts();
  [[nodiscard]] std::vector<std::vector<std::size_t>> needs_by_row(const Section& section) const;
  [[nodiscard]] double likeness_to(const Card& card, const std::vector<std::size_t>& row) const;
  [[nodiscard]] std::vector<std::size_t> rows_of_cards(const Section& section,
                                                       const std::vector<std::vector<std::size_t>>& rows) const;

  const std::vector<ContentsNeed>& needs_;
  std::vector<PlacedCard> cards_;
  std::vector<Section> sections_;
  std::map<std::size_t, std::size_t> times_;  // that a heading was printed
  std::optional<int> page_;                   // where the body is
};

// The first time on its first page, the second time on its second; never back.
void Placer::add(const Heading& heading) {
  if (sections_.empty() || !sections_.back().cards.empty()) sections_.emplace_back();
  if (!heading.need) return;
  const std::vector<int>& pages = needs_[*heading.need].pages;
  Head head{*heading.need, page_, heading.line};
  if (!pages.empty()) {
    const auto nth = static_cast<std::ptrdiff_t>(std::min(times_[head.need]++, pages.size() - 1));
    const auto page = std::find_if(pages.begin() + nth, pages.end(), [&](int p) { return !page_ || p >= *page_; });
    if (page != pages.end()) head.page = *page;
  }
  if (head.page) page_ = head.page;
  sections_.back().heads.push_back(head);
}

void Placer::number(Section& section) {
  for (const Head& head : section.heads)
    if (head.page) section.page = head.page;
  if (!section.page && &section != &sections_.front()) section.page = (&section - 1)->page;
  for (const std::size_t card : section.cards) cards_[card].page = section.page;
}

// Needs of one row of the contents list stand over the same cards.
std::vector<std::vector<std::size_t>> Placer::needs_by_row(const Section& section) const {
  std::vector<std::vector<std::size_t>> rows;
  std::set<std::size_t> seen;
  for (const Head& head : section.heads) {
    if (head.page != section.page || !seen.insert(head.need).second) continue;
    const bool same_row = !rows.empty() && needs_[rows.back().front()].row == needs_[head.need].row;
    if (!same_row) rows.emplace_back();
    rows.back().push_back(head.need);
  }
  return rows;
}

double Placer::likeness_to(const Card& card, const std::vector<std::size_t>& row) const {
  double best = 0;
  for (const std::size_t need : row) best = std::max(best, likeness(card.title, needs_[need].name));
  return best;
}

// Which row each card stands under: rows in their order, each with a card, so that titles and headings are most alike.
std::vector<std::size_t> Placer::rows_of_cards(const Section& section,
                                               const std::vector<std::vector<std::size_t>>& rows) const {
  const std::size_t cards = section.cards.size();
  constexpr double never = -1;
  std::vector<std::vector<double>> best(cards, std::vector<double>(rows.size(), never));
  std::vector<std::vector<bool>> stays(cards, std::vector<bool>(rows.size(), false));
  for (std::size_t c = 0; c < cards; ++c) {
    for (std::size_t r = 0; r <= std::min(c, rows.size() - 1); ++r) {
      const double same = c > 0 ? best[c - 1][r] : (r == 0 ? 0 : never);
      const double next = c > 0 && r > 0 ? best[c - 1][r - 1] : never;
      if (same < 0 && next < 0) continue;
      stays[c][r] = c > 0 && same > next;
      best[c][r] = std::max(same, next) + likeness_to(cards_[section.cards[c]].card, rows[r]);
    }
  }
  std::vector<std::size_t> row_of(cards, rows.size() - 1);
  for (std::size_t c = cards - 1; c > 0; --c) row_of[c - 1] = stays[c][row_of[c]] ? row_of[c] : row_of[c] - 1;
  return row_of;
}

void Placer::give_needs(const Section& section) {
  constexpr std::size_t most = 50;  // cards on a page
  const auto rows = needs_by_row(section);
  if (rows.empty() || section.cards.empty()) return;
  const bool told_apart = rows.size() > 1 && section.cards.size() >= rows.size() && section.cards.size() <= most;
  const std::vector<std::size_t> row_of =
      told_apart ? rows_of_cards(section, rows) : std::vector<std::size_t>(section.cards.size(), 0);
  for (std::size_t i = 0; i < section.cards.size(); ++i) {
    PlacedCard& placed = cards_[section.cards[i]];
    if (told_apart || rows.size() == 1) {
      placed.needs = rows[row_of[i]];
    } else {
      for (const auto& row : rows) placed.needs.insert(placed.needs.end(), row.begin(), row.end());
    }
    if (rows.size() > 1) {
      placed.card.reviews.push_back(
          {placed.card.line, "見出しが並んでいるため、どの見出しの制度かは題名の似方で決めた"});
    }
  }
}

// A heading below which nothing stands on its page: a converter put it behind the card beside which it is printed.
void Placer::heads_without_cards(std::size_t number) {
  if (number == 0 || sections_[number - 1].cards.empty()) return;
  const Section& section = sections_[number];
  for (const Head& head : section.heads) {
    if (!section.cards.empty() && head.page == section.page) continue;
    PlacedCard& before = cards_[sections_[number - 1].cards.back()];
    if (!head.page || before.page != head.page || before.needs == std::vector{head.need}) continue;
    before.needs = {head.need};
    before.card.reviews.push_back(
        {head.line, "見出し「" + needs_[head.need].name + "」は、この頁にほかに制度がないため、この制度のものとした"});
  }
}

void Placer::note_doubts() {
  for (PlacedCard& placed : cards_) {
    const std::size_t line = placed.card.line;
    for (const std::size_t need : placed.needs) {
      const std::vector<int>& pages = needs_[need].pages;
      if (times_[need] >= pages.size() || !placed.page) continue;
      placed.card.reviews.push_back({line, page_name(*placed.page) + " か " + page_name(pages.back()) +
                                               " か: 見出しが頁の数だけ繰り返されていない"});
    }
  }
}

}  // namespace

std::vector<PlacedCard> place_cards(std::vector<BodyPart> parts, const Headings& headings) {
  return Placer(headings).place(std::move(parts));
}

}  // namespace chiho::brochure
