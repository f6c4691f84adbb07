#include "import/cases.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "import/contact_data.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_title = 60;    // letters
constexpr std::size_t longest_caption = 80;  // letters
constexpr double alike = 0.6;
constexpr double almost_same = 0.8;
constexpr std::size_t near = 3;  // headings further ahead must be almost the same

bool is_short(const Item& item, std::size_t longest) {
  std::size_t count = 0;
  for (const Line& line : item.lines) count += line.text.size();
  return item.lines.size() <= 4 && count <= longest * 3 && !item.lines.front().bullet;
}
bool ends_sentence(const Item& item) {
  return item.lines.back().text.ends_with("。");
}

// Where each heading of the contents list stands in the body, in the order of both.
class CaseHeadings {
 public:
  CaseHeadings(const Items& items, const std::vector<CaseHeading>& list) : list_(list), found_(list.size(), false) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < items.size() && next < list.size(); ++i) {
      if (items[i].label || !is_short(items[i], longest_title) || ends_sentence(items[i])) continue;
      if (i > 0 && items[i - 1].label && items[i - 1].lines.empty()) continue;  // a label's value
      const std::size_t heading = likeliest(joined(items[i].lines), next);
      if (heading == list.size()) continue;
      at_.emplace(i, heading);
      found_[heading] = true;
      next = heading + 1;
    }
  }
  [[nodiscard]] std::optional<std::size_t> at(std::size_t item) const {
    const auto found = at_.find(item);
    return found == at_.end() ? std::nullopt : std::optional(found->second);
  }
  // The heading behind `last` if the body does not print it.
  [[nodiscard]] std::optional<std::size_t> missing_after(std::optional<std::size_t> last) const {
    const std::size_t next = last ? *last + 1 : 0;
    return next < list_.size() && !found_[next] ? std::optional(next) : std::nullopt;
  }
  [[nodiscard]] const CaseHeading& heading(std::size_t number) const { return list_[number]; }

 private:
  [[nodiscard]] std::size_t likeliest(const std::string& text, std::size_t next) const {
    std::size_t best = list_.size();
    double best_likeness = 0;
    for (std::size_t i = next; i < list_.size(); ++i) {
      const double here = likeness(text, list_[i].name);
      if (here < (i < next + near ? alike : almost_same) || here <= best_likeness) continue;
      best = i;
      best_likeness = here;
    }
    return best;
  }

  const std::vector<CaseHeading>& list_;
  std::vector<bool> found_;
  std::map<std::size_t, std::size_t> at_;
};

class CaseReader {
 public:
  CaseReader(const Items& items, const Contents& contents) : items_(items), headings_(items, contents.cases) {}

  std::vector<CaseStudy> read() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (const auto listed = headings_.at(i)) {
        start_heading(closed_up(joined(item.lines)), listed);
        append_numbers(current().lines, item);
      } else if (item.label) {
        label(i);
      } else if (is_unlisted_heading(i)) {
        start_heading(closed_up(joined(item.lines)), std::nullopt);
        append_numbers(current().lines, item);
        current().reviews.push_back({item.number, "目次にない見出し"});
      } else {
        block(item);
      }
    }
    share_under_headings();
    return std::move(cases_);
  }

 private:
  // Short, right before a スキーム, and no caption, which stands where a picture was.
  [[nodiscard]] bool is_unlisted_heading(std::size_t i) const {
    const Item& item = items_[i];
    const bool before_scheme = i + 1 < items_.size() && items_[i + 1].is(Label::scheme);
    const bool caption = i > 0 && item.gap >= picture_gap;
    return before_scheme && !open_ && !caption && is_short(item, longest_title) && !ends_sentence(item);
  }
  void start_heading(const std::string& wording, std::optional<std::size_t> listed);
  CaseStudy& start_case(std::size_t line);
  CaseStudy& current() { return cases_.empty() ? start_case(0) : cases_.back(); }
  void label(std::size_t i);
  void scheme_label(std::size_t i);
  [[nodiscard]] std::string scheme_value(std::size_t i) const;
  [[nodiscard]] bool likest_to(const std::string& heading, std::size_t i) const;
  void example_label(const Item& item);
  void value(Label label, const std::string& name, const Lines& lines);
  void block(const Item& item);
  void result_block(const Item& item);
  void share_under_headings();

  const Items& items_;
  CaseHeadings headings_;
  std::vector<CaseStudy> cases_;
  std::vector<bool> labelled_;  // of each case: its labels have begun
  std::optional<std::size_t> last_heading_;
  const Item* open_ = nullptr;  // a label whose value is to come
  bool in_results_ = false;
};

void CaseReader::start_heading(const std::string& wording, std::optional<std::size_t> listed) {
  if (listed) last_heading_ = listed;
  CaseStudy& started = start_case(0);
  started.heading = wording;
  started.ordinal = 0;
  started.pages = listed ? headings_.heading(*listed).pages : std::vector<int>{};
  started.listed = listed ? headings_.heading(*listed).line : 0;
}

// Under the heading of the case before.
CaseStudy& CaseReader::start_case(std::size_t line) {
  CaseStudy started;
  started.line = line;
  if (!cases_.empty()) {
    started.heading = cases_.back().heading;
    started.pages = cases_.back().pages;
    started.listed = cases_.back().listed;
    started.ordinal = cases_.back().ordinal + 1;
  }
  cases_.push_back(std::move(started));
  labelled_.push_back(false);
  open_ = nullptr;
  in_results_ = false;
  return cases_.back();
}

std::string CaseReader::scheme_value(std::size_t i) const {
  if (!items_[i].lines.empty()) return joined(items_[i].lines);
  const bool below = i + 1 < items_.size() && !items_[i + 1].label && is_short(items_[i + 1], longest_title);
  return below ? joined(items_[i + 1].lines) : std::string();
}

// Of the スキーム from item `i` on to the next heading, the one at `i` is most like the heading that is to be placed.
bool CaseReader::likest_to(const std::string& heading, std::size_t i) const {
  constexpr std::size_t farthest = 200;  // items
  const double here = likeness(scheme_value(i), heading);
  for (std::size_t next = i + 1; next < std::min(items_.size(), i + farthest) && !headings_.at(next); ++next)
    if (items_[next].is(Label::scheme) && likeness(scheme_value(next), heading) > here) return false;
  return true;
}

void CaseReader::scheme_label(std::size_t i) {
  const Item& item = items_[i];
  if (!cases_.empty() && !labelled_.back()) return;
  const auto missing = headings_.missing_after(last_heading_);
  if (missing && likest_to(headings_.heading(*missing).name, i)) {
    start_heading(headings_.heading(*missing).name, missing);
    current().reviews.push_back({item.number, "見出しは本文になく、目次から補った"});
  } else {
    start_case(item.number);
  }
}

// A second example under one スキーム is a case of its own.
void CaseReader::example_label(const Item& item) {
  if (current().example.empty()) return;
  const std::string scheme = current().scheme;
  start_case(item.number).scheme = scheme;
}

void CaseReader::label(std::size_t i) {
  const Item& item = items_[i];
  if (item.is(Label::scheme)) scheme_label(i);
  if (item.is(Label::example)) example_label(item);
  CaseStudy& study = current();
  if (study.line == 0) study.line = item.number;
  labelled_.back() = true;
  in_results_ = item.is(Label::results);
  open_ = item.lines.empty() && !in_results_ ? &item : nullptr;
  if (!item.on_line) study.lines.push_back(item.number);
  if (!item.lines.empty()) value(*item.label, item.name, item.lines);
}

std::string detail_of(const std::string& name, const Lines& lines) {
  std::string text = name + " ";
  for (const Line& line : lines) {
    const std::u32string begin = letters_of(line.text.substr(0, 4));
    const bool numbered = begin.front() >= 0x2460 && begin.front() <= 0x2473;  // ① ②
    if (numbered && !text.ends_with(' ')) text += ' ';
    append_text(text, line.text);
  }
  return text;
}

void CaseReader::value(Label label, const std::string& name, const Lines& lines) {
  CaseStudy& study = current();
  append_numbers(study.lines, lines);
  switch (label) {
    case Label::scheme:
      study.scheme = closed_up(joined(lines));
      study.scheme_lines = lines;
      break;
    case Label::example:
      study.example = closed_up(joined(lines));
      break;
    case Label::office:
      study.office.insert(study.office.end(), lines.begin(), lines.end());
      break;
    case Label::results:
      for (const std::string& text : paragraphs(lines)) study.results.push_back(text);
      break;
    case Label::url:
      if (const ContactData data = contact_data(joined(lines)); study.url.empty() && data.urls.size() == 1) {
        study.url = data.urls.front();
      } else {
        study.details.push_back(detail_of(name, lines));
      }
      break;
    default:
      study.details.push_back(detail_of(name, lines));
      if (label == Label::date) study.dates.push_back(study.details.back());
      break;
  }
}

void CaseReader::result_block(const Item& item) {
  CaseStudy& study = current();
  append_numbers(study.lines, item.lines);
  const bool titled = joined(item.lines).starts_with("【");
  const bool prose = item.lines.front().bullet || ends_sentence(item) || titled || !is_short(item, longest_caption);
  const bool caption = !study.results.empty() && (item.gap >= picture_gap || !prose);
  std::vector<std::string>& to = caption ? study.captions : study.results;
  for (const std::string& text : paragraphs(item.lines)) to.push_back(text);
}

void CaseReader::block(const Item& item) {
  if (open_ != nullptr) {
    const Item& label = *std::exchange(open_, nullptr);
    value(*label.label, label.name, item.lines);
    return;
  }
  if (in_results_) {
    result_block(item);
    return;
  }
  CaseStudy& study = current();
  if (study.line == 0) study.line = item.number;
  append_numbers(study.lines, item.lines);
  for (const std::string& text : paragraphs(item.lines)) study.text.push_back(text);
}

// Cases under one heading share what only one of them says: the outcome below the last, the office above the first.
void CaseReader::share_under_headings() {
  for (std::size_t i = 1; i < cases_.size(); ++i) {
    CaseStudy& before = cases_[i - 1];
    CaseStudy& here = cases_[i];
    if (here.ordinal == 0) continue;
    if (here.office.empty() && !before.office.empty()) {
      here.office = before.office;
      here.reviews.push_back({here.line, "担当課室は同じ見出しの前の事業例から補った"});
    }
    if (before.results.empty() && !here.results.empty()) {
      before.results = here.results;
      before.captions.insert(before.captions.end(), here.captions.begin(), here.captions.end());
      before.reviews.push_back({here.line, "概要と成果は同じ見出しの次の事業例と共通とした"});
    }
  }
}

}  // namespace

const std::string& CaseStudy::title() const {
  if (!example.empty()) return example;
  const bool second = ordinal > 0 && !scheme.empty();
  return second || heading.empty() ? scheme : heading;
}

std::vector<CaseStudy> read_cases(const Items& items, const Contents& contents) {
  std::vector<CaseStudy> cases = CaseReader(items, contents).read();
  std::erase_if(cases, [](const CaseStudy& study) {
    return study.title().empty() || (study.text.empty() && study.results.empty() && study.details.empty());
  });
  return cases;
}

}  // namespace chiho::brochure
