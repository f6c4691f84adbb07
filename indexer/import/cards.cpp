#include "import/cards.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "import/contact_data.hpp"
#include "import/letters.hpp"
#include "import/offices.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_title = 80;  // letters

using Blocks = std::vector<const Item*>;

std::size_t letter_count(const Lines& lines) {
  std::size_t count = 0;
  for (const Line& line : lines) count += chiho::letter_count(line.text);
  return count;
}

bool is_title(const Item& block) {
  if (block.lines.front().bullet || block.lines.size() > 4 || letter_count(block.lines) > longest_title) return false;
  const std::string text = joined(block.lines);
  return !text.ends_with("。") && !starts_with_any(text, {"(", "（", "<", "※"}) && contact_data(text).empty();
}

bool is_prose(const Item& block) {
  return block.lines.front().bullet || block.lines.back().text.ends_with("。") ||
         letter_count(block.lines) > longest_title;
}

// "(アフリカの若者のための産業人材育成イニシアティブ)": the title's other form. Empty if the block is none.
std::string subtitle_of(const Item& block) {
  std::vector<std::string> remarks;
  const std::string text = joined(block.lines);
  const bool whole = letter_count(block.lines) <= longest_title && without_brackets(text, &remarks).empty();
  return whole && remarks.size() == 1 && remarks.front().find("。") == std::string::npos ? remarks.front() : "";
}

bool is_photo_credit(const Item& block) {
  return std::all_of(block.lines.begin(), block.lines.end(),
                     [](const Line& line) { return brochure::is_photo_credit(line.text); });
}

std::vector<int> pages_of(const Lines& lines) {
  std::string text = narrowed(joined(lines));
  std::erase_if(text, [](char c) { return c == 'p' || c == 'P' || c == '.'; });
  return page_numbers(text);
}

bool ends_with(const std::vector<std::string>& text, const std::vector<std::string>& paragraphs) {
  return !paragraphs.empty() && text.size() >= paragraphs.size() &&
         std::equal(paragraphs.rbegin(), paragraphs.rend(), text.rbegin());
}

// A label without a title before it and a value behind it makes no card.
bool says_nothing(const Card& card) {
  return card.text.empty() && card.procedure.empty() && card.contact.empty() && card.audience.empty() &&
         card.examples.empty();
}

class CardReader {
 public:
  explicit CardReader(Headings& headings) : headings_(headings) {}

  std::vector<BodyPart> read(const Items& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item* next = i + 1 < items.size() ? &items[i + 1] : nullptr;
      if (items[i].label) {
        label(items[i]);
      } else {
        block(items[i], next);
      }
    }
    close();
    return std::move(parts_);
  }

 private:
  void label(const Item& item);
  void start_anew();
  void take_value(const Item& item);
  void block(const Item& item, const Item* next);
  bool belongs_to_open_label(const Item& item, const Item* next);
  void settle_intro(bool has_fields);
  void fill(Card& card, const Blocks& blocks);
  void finish_procedure(Card& card);
  void close();

  Headings& headings_;
  std::vector<BodyPart> parts_;
  Blocks intro_;               // of a card whose labels are still to come
  std::optional<Card> card_;   // one whose labels have begun
  bool untitled_ = false;      // no block stood before its first label
  std::set<Label> taken_;      // its labels
  std::optional<Label> open_;  // the one whose value comes
  Blocks procedure_;
  const Item* unlabelled_procedure_ = nullptr;
};

// Blocks of a card without labels, and of the card whose labels begin: a title with prose behind it, behind prose.
void CardReader::settle_intro(bool has_fields) {
  std::vector<Blocks> cards;
  bool prose = false;
  for (std::size_t i = 0; i < intro_.size(); ++i) {
    const bool prose_follows = i + 1 < intro_.size() && is_prose(*intro_[i + 1]);
    if (cards.empty() || (prose && is_title(*intro_[i]) && prose_follows)) {
      cards.emplace_back();
      prose = false;
    }
    cards.back().push_back(intro_[i]);
    prose = prose || is_prose(*intro_[i]);
  }
  intro_.clear();
  for (std::size_t i = 0; i < cards.size(); ++i) {
    Card card;
    const bool labelled = has_fields && i + 1 == cards.size();
    if (!labelled && (!is_title(*cards[i].front()) || cards[i].size() == 1)) continue;
    fill(card, cards[i]);
    card.has_fields = labelled;
    if (labelled) {
      const Item& last = *cards[i].back();
      unlabelled_procedure_ = cards[i].size() > 2 && last.gap >= picture_gap && is_prose(last) ? &last : nullptr;
      card_ = std::move(card);
    } else {
      card.reviews.push_back({card.line, "手続き・連絡先・対象のない制度"});
      parts_.emplace_back(std::move(card));
    }
  }
}

void CardReader::fill(Card& card, const Blocks& blocks) {
  card.line = blocks.front()->number;
  for (const Item* block : blocks) append_numbers(card.lines, block->lines);
  std::size_t first = 0;
  if (is_title(*blocks.front())) {
    card.title = joined(blocks[first++]->lines);
  } else {
    const std::u32string begin = letters_of(blocks.front()->lines.front().text).substr(0, 30);
    card.title = utf8_of(begin);
    card.reviews.push_back({card.line, "題名が見つからない"});
  }
  if (first > 0 && blocks.size() > first + 1) card.subtitle = subtitle_of(*blocks[first]);
  if (!card.subtitle.empty()) ++first;
  for (; first < blocks.size(); ++first) {
    for (const std::string& text : paragraphs(blocks[first]->lines)) {
      const ContactData data = contact_data(text);
      card.urls.insert(card.urls.end(), data.urls.begin(), data.urls.end());
      const bool link = !data.urls.empty() && chiho::letter_count(data.before) <= 20 && data.after.empty() &&
                        data.before.find("。") == std::string::npos;
      std::vector<std::string> remarks;
      const std::string label = without_brackets(data.before, &remarks);
      if (!link) card.text.push_back(text);
      for (std::size_t i = 0; link && i < data.urls.size(); ++i)
        card.links.push_back(trimmed((label.empty() && !remarks.empty() ? remarks[0] : label) + " " + data.urls[i]));
    }
  }
}

void CardReader::finish_procedure(Card& card) {
  for (const Item* block : procedure_) {
    append_numbers(card.lines, block->lines);
    for (const std::string& text : paragraphs(block->lines)) card.procedure.push_back(text);
  }
  const std::vector<std::string> unlabelled =
      unlabelled_procedure_ == nullptr ? std::vector<std::string>{} : paragraphs(unlabelled_procedure_->lines);
  if (card.procedure.empty() && ends_with(card.text, unlabelled)) {
    card.procedure = unlabelled;
    card.text.resize(card.text.size() - unlabelled.size());
    card.reviews.push_back({unlabelled_procedure_->number, "「手続き」の見出しはないが、手続きとした"});
  }
  for (const std::string& text : card.procedure) {
    const ContactData data = contact_data(text);
    card.urls.insert(card.urls.end(), data.urls.begin(), data.urls.end());
  }
  for (const Line& line : card.contact) {
    const ContactData data = contact_data(line.text);
    card.urls.insert(card.urls.end(), data.urls.begin(), data.urls.end());
  }
}

void CardReader::close() {
  settle_intro(false);
  if (card_) {
    finish_procedure(*card_);
    if (!untitled_ || !says_nothing(*card_)) parts_.emplace_back(std::move(*card_));
  }
  card_.reset();
  untitled_ = false;
  taken_.clear();
  open_.reset();
  procedure_.clear();
  unlabelled_procedure_ = nullptr;
}

// A label that the card has already is the next card's. Where no title was seen, it went into the last value.
void CardReader::start_anew() {
  Blocks swallowed;
  if (open_ == Label::procedure && procedure_.size() > 1) {
    const auto title =
        std::find_if(procedure_.begin() + 1, procedure_.end(), [](const Item* b) { return is_title(*b); });
    swallowed.assign(title, procedure_.end());
    procedure_.erase(title, procedure_.end());
  }
  close();
  intro_ = swallowed;
}

void CardReader::label(const Item& item) {
  const Label label = *item.label;
  if (label != Label::procedure && label != Label::office && label != Label::audience && label != Label::examples)
    return;
  if (taken_.contains(label)) start_anew();
  if (!card_) settle_intro(true);
  if (!card_) {
    untitled_ = true;
    card_.emplace();
    card_->line = item.number;
    card_->has_fields = true;
    card_->title = "行 " + std::to_string(item.number);
    card_->reviews.push_back({item.number, "題名が見つからない"});
  }
  taken_.insert(label);
  open_ = label;
  if (!item.on_line) card_->lines.push_back(item.number);
  if (!item.lines.empty()) take_value(item);
}

void CardReader::take_value(const Item& item) {
  Card& card = *card_;
  const auto append = [&](Lines& to) {
    to.insert(to.end(), item.lines.begin(), item.lines.end());
    append_numbers(card.lines, item.lines);
  };
  switch (*open_) {
    case Label::procedure:
      procedure_.push_back(&item);
      break;
    case Label::office:
      append(card.contact);
      break;
    case Label::audience:
      card.columns_merged = card.contact.empty() && taken_.contains(Label::office);
      append(card.audience);
      break;
    default:
      card.examples = pages_of(item.lines);
      if (!card.examples.empty()) append_numbers(card.lines, item.lines);
      break;
  }
}

bool CardReader::belongs_to_open_label(const Item& item, const Item* next) {
  if (!card_ || !open_) return false;
  switch (*open_) {
    case Label::procedure:
      return true;
    case Label::office:
      return card_->contact.empty() || (looks_like_contact(item.lines) && (next == nullptr || next->label));
    case Label::audience:
      return card_->audience.empty();
    default:
      return card_->examples.empty() && !pages_of(item.lines).empty();
  }
}

void CardReader::block(const Item& item, const Item* next) {
  if (is_photo_credit(item)) return;
  const bool value_expected = open_ && *open_ != Label::procedure && belongs_to_open_label(item, next);
  if (!value_expected) {
    if (const std::vector<Heading> headings = headings_.find(item); !headings.empty()) {
      close();
      parts_.insert(parts_.end(), headings.begin(), headings.end());
      return;
    }
  }
  if (belongs_to_open_label(item, next)) {
    take_value(item);
    return;
  }
  if (card_) close();
  intro_.push_back(&item);
}

}  // namespace

std::vector<BodyPart> read_cards(const Items& items, Headings& headings) {
  return CardReader(headings).read(items);
}

}  // namespace chiho::brochure
