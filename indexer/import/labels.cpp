#include "import/labels.hpp"

#include <algorithm>
#include <array>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

// What may enter: the standing labels of a card or a case, which every edition prints again. Names of schemes, offices
// and needs may not. A longer label stands before one that it begins with.
struct Entry {
  std::u32string_view name;
  Label label;
};
constexpr std::array entries{
    Entry{U"手続き", Label::procedure},      Entry{U"手続", Label::procedure},
    Entry{U"申請方法", Label::procedure},    Entry{U"応募方法", Label::procedure},
    Entry{U"連絡先", Label::office},         Entry{U"問い合わせ先", Label::office},
    Entry{U"お問い合わせ先", Label::office}, Entry{U"担当課室", Label::office},
    Entry{U"担当課", Label::office},         Entry{U"担当部署", Label::office},
    Entry{U"主な対象", Label::audience},     Entry{U"対象者", Label::audience},
    Entry{U"事業例", Label::examples},       Entry{U"スキーム", Label::scheme},
    Entry{U"連携例", Label::example},        Entry{U"開催日", Label::date},
    Entry{U"開催期間", Label::date},         Entry{U"実施日", Label::date},
    Entry{U"実施年度", Label::date},         Entry{U"実施期間", Label::date},
    Entry{U"派遣期間", Label::date},         Entry{U"場所", Label::detail},
    Entry{U"開催場所", Label::detail},       Entry{U"実施場所", Label::detail},
    Entry{U"開催地", Label::detail},         Entry{U"会場", Label::detail},
    Entry{U"共催", Label::detail},           Entry{U"協力", Label::detail},
    Entry{U"主催", Label::detail},           Entry{U"後援", Label::detail},
    Entry{U"対象国", Label::detail},         Entry{U"対象地域", Label::detail},
    Entry{U"概要と成果", Label::results},    Entry{U"URL", Label::url},
};

bool is_mark(char32_t letter) {
  return std::u32string_view(U"【】〔〕[]<>＜＞「」").find(letter) != std::u32string_view::npos;
}
bool is_colon(char32_t letter) {
  return letter == ':' || letter == U'：';
}

// Where the label ends in the line; none where the line does not begin with it. A converter may put spaces between the
// letters of a label and brackets around it.
std::optional<std::size_t> end_of_label(std::u32string_view line, std::u32string_view label) {
  std::size_t at = 0;
  while (at < line.size() && is_mark(line[at])) ++at;
  const bool bracketed = at > 0;
  for (const char32_t letter : label) {
    while (at < line.size() && is_space(line[at]) && letter != label.front()) ++at;
    if (at == line.size() || line[at] != letter) return std::nullopt;
    ++at;
  }
  if (bracketed && (at == line.size() || !is_mark(line[at]))) return std::nullopt;
  while (bracketed && at < line.size() && is_mark(line[at])) ++at;
  return at;
}

bool may_follow(std::u32string_view line, std::size_t at, Label label) {
  if (at == line.size() || is_space(line[at]) || is_colon(line[at])) return true;
  return label == Label::examples && (line[at] == 'p' || line[at] == 'P');
}

// "- 訪問者 value": a short first word, no sentence.
std::optional<Labelled> label_beside(std::string_view text) {
  constexpr std::size_t longest = 14;
  const std::u32string line = letters_of(text.substr(0, 400));
  std::size_t at = 0;
  while (at < line.size() && !is_space(line[at])) ++at;
  if (at < 2 || at > longest || at == line.size()) return std::nullopt;
  const std::u32string name = line.substr(0, at);
  if (name.find_first_of(U"、。，．：:") != std::u32string::npos) return std::nullopt;
  const std::string printed = utf8_of(name);
  return Labelled{Label::detail, printed, trimmed(text.substr(printed.size()))};
}

Item item_of(const Line& line, const Labelled& found) {
  Item item{found.label, found.name, {}, line.number, line.gap, !found.value.empty()};
  if (item.on_line) item.lines.push_back({line.number, line.gap, false, found.value});
  return item;
}

// One run of lines without a blank between.
void add_run(Items& items, const Lines& lines, std::size_t begin, std::size_t end) {
  const auto labelled_bullet = [](const Line& line) { return line.bullet && label_of(line.text); };
  const auto at = [&](std::size_t i) { return lines.begin() + static_cast<Lines::difference_type>(i); };
  const bool labels_here = std::any_of(at(begin), at(end), labelled_bullet);
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = lines[i];
    std::optional<Labelled> found = label_of(line.text);
    if (!found && labels_here && line.bullet) found = label_beside(line.text);
    if (found) {
      items.push_back(item_of(line, *found));
    } else if (i > begin && !(line.bullet && items.back().on_line)) {
      items.back().lines.push_back(line);
    } else {
      items.push_back({std::nullopt, {}, {line}, line.number, line.gap, false});
    }
  }
}

}  // namespace

std::optional<Labelled> label_of(std::string_view text) {
  constexpr std::size_t enough = 400;  // bytes: labels are at the beginning
  const std::string narrow = narrowed(text.substr(0, enough));
  const std::u32string line = letters_of(narrow);
  const Entry* best = nullptr;
  std::size_t best_end = 0;
  for (const Entry& entry : entries) {
    const auto end = end_of_label(line, entry.name);
    if (!end || !may_follow(line, *end, entry.label) || *end <= best_end) continue;
    best = &entry;
    best_end = *end;
  }
  if (best == nullptr) return std::nullopt;
  const std::u32string whole = letters_of(text);  // narrowing keeps the number of letters
  std::size_t value = best_end;
  while (value < whole.size() && (is_space(whole[value]) || is_colon(whole[value]))) ++value;
  return Labelled{best->label, utf8_of(best->name), utf8_of(std::u32string_view(whole).substr(value))};
}

void append_numbers(LineNumbers& to, const Lines& lines) {
  for (const Line& line : lines) to.push_back(line.number);
}

void append_numbers(LineNumbers& to, const Item& item) {
  if (item.label) to.push_back(item.number);
  append_numbers(to, item.lines);
}

Items items_of(const Lines& lines, std::size_t begin, std::size_t end) {
  Items items;
  while (begin < end) {
    std::size_t next = begin + 1;
    while (next < end && lines[next].gap == 0) ++next;
    add_run(items, lines, begin, next);
    begin = next;
  }
  return items;
}

}  // namespace chiho::brochure
