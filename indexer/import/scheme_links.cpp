#include "import/scheme_links.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr double alike = 0.6;
constexpr double pointed_at = 0.15;         // the scheme says that its cases are on this page
constexpr std::size_t most_pairs = 20'000;  // of names to compare: more are no brochure's

bool points_to(const SchemeNames& scheme, int page) {
  return std::find(scheme.examples.begin(), scheme.examples.end(), page) != scheme.examples.end();
}

class Linker {
 public:
  Linker(std::vector<SchemeNames>& schemes, std::vector<CaseStudy>& cases)
      : schemes_(schemes), cases_(cases), links_(cases.size()) {
    for (std::size_t i = 0; i < schemes.size(); ++i) {
      owner_.emplace(key(schemes[i].title), i);
      for (const std::string& alias : schemes[i].aliases) owner_.emplace(key(alias), i);
    }
  }

  std::vector<std::optional<std::size_t>> link() {
    for (std::size_t i = 0; i < cases_.size(); ++i) links_[i] = by_name(cases_[i]);
    const bool few = schemes_.size() * cases_.size() <= most_pairs;
    for (std::size_t i = 0; few && i < cases_.size(); ++i)
      if (!links_[i]) links_[i] = by_heading(i);
    for (std::size_t i = 0; few && i < cases_.size(); ++i)
      if (!links_[i]) links_[i] = by_likeness(i);
    for (std::size_t i = 0; few && i < cases_.size(); ++i)
      if (!links_[i]) links_[i] = by_page(i);
    for (std::size_t i = 0; i < cases_.size(); ++i) note(i);
    return links_;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> named(const std::string& name) const {
    const auto found = owner_.find(key(name));
    return found == owner_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::optional<std::size_t> by_name(const CaseStudy& study) const {
    if (const auto scheme = named(study.scheme); scheme && !study.scheme.empty()) return scheme;
    return study.heading.empty() ? std::nullopt : named(study.heading);
  }
  // That of another case under the heading.
  [[nodiscard]] std::optional<std::size_t> by_heading(std::size_t i) const {
    if (cases_[i].ordinal > 0 && i > 0 && cases_[i - 1].heading == cases_[i].heading) return links_[i - 1];
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::size_t> by_likeness(std::size_t i) const;
  [[nodiscard]] std::optional<std::size_t> by_page(std::size_t i) const;
  void note(std::size_t i);
  void add_alias(std::size_t scheme, const std::string& name);

  std::vector<SchemeNames>& schemes_;
  std::vector<CaseStudy>& cases_;
  std::vector<std::optional<std::size_t>> links_;
  std::map<std::string, std::size_t> owner_;  // of each name, by key
};

std::optional<std::size_t> Linker::by_likeness(std::size_t i) const {
  const CaseStudy& study = cases_[i];
  std::optional<std::size_t> best;
  double best_likeness = alike;
  for (std::size_t s = 0; s < schemes_.size(); ++s) {
    std::vector<std::string> names = schemes_[s].aliases;
    names.push_back(schemes_[s].title);
    double here = 0;
    for (const std::string& name : names)
      here = std::max({here, likeness(name, study.heading), likeness(name, study.scheme)});
    if (!study.pages.empty() && points_to(schemes_[s], study.pages.front())) here += pointed_at;
    if (here <= best_likeness) continue;
    best = s;
    best_likeness = here;
  }
  return best;
}

// The scheme that points to the page, if it is the only one that no case there belongs to.
std::optional<std::size_t> Linker::by_page(std::size_t i) const {
  if (cases_[i].pages.empty()) return std::nullopt;
  const int page = cases_[i].pages.front();
  std::vector<std::size_t> free;
  for (std::size_t s = 0; s < schemes_.size(); ++s)
    if (points_to(schemes_[s], page) && std::find(links_.begin(), links_.end(), s) == links_.end()) free.push_back(s);
  const auto same_url = [&](std::size_t s) { return !cases_[i].url.empty() && schemes_[s].url == cases_[i].url; };
  if (const auto found = std::find_if(free.begin(), free.end(), same_url); found != free.end()) return *found;
  return free.size() == 1 ? std::optional(free.front()) : std::nullopt;
}

void Linker::add_alias(std::size_t scheme, const std::string& name) {
  if (name.empty() || !owner_.emplace(key(name), scheme).second) return;
  schemes_[scheme].aliases.push_back(name);
}

void Linker::note(std::size_t i) {
  CaseStudy& study = cases_[i];
  if (!links_[i]) {
    study.reviews.push_back({study.line, "どの制度の事業例か分からない"});
    return;
  }
  const SchemeNames& scheme = schemes_[*links_[i]];
  if (by_name(study) != links_[i]) study.reviews.push_back({study.line, "制度「" + scheme.title + "」の事業例とした"});
  const std::optional<int> page = page_of(study, &scheme);
  if (page && !scheme.examples.empty() && !points_to(scheme, *page))
    study.reviews.push_back({study.line, "目次では p." + std::to_string(*page) + "、制度の「事業例」では p." +
                                             std::to_string(scheme.examples.front())});
  if (!study.example.empty()) add_alias(*links_[i], study.heading);  // else it is the title of the case
  add_alias(*links_[i], study.scheme);
}

void part_from_sentence(CaseStudy& study, const std::vector<SchemeNames>& schemes) {
  Lines& lines = study.scheme_lines;
  if (lines.empty() || !lines.back().text.ends_with("。")) return;
  const std::string first = lines.front().text;
  const SchemeNames* found = nullptr;
  for (const SchemeNames& scheme : schemes) {
    const bool begins = lines.size() > 1 ? key(first) == key(scheme.title) : first.starts_with(scheme.title);
    if (begins && (found == nullptr || scheme.title.size() > found->title.size())) found = &scheme;
  }
  if (found == nullptr) return;
  lines.front().text.erase(0, lines.size() > 1 ? first.size() : found->title.size());
  if (trimmed(lines.front().text).empty()) lines.erase(lines.begin());
  study.scheme = found->title;
  const std::vector<std::string> text = paragraphs(lines);
  study.text.insert(study.text.begin(), text.begin(), text.end());
}

}  // namespace

void part_from_sentences(std::vector<CaseStudy>& cases, const std::vector<SchemeNames>& schemes) {
  if (schemes.size() * cases.size() > most_pairs) return;
  for (CaseStudy& study : cases) part_from_sentence(study, schemes);
}

std::vector<std::optional<std::size_t>> link_schemes(std::vector<SchemeNames>& schemes, std::vector<CaseStudy>& cases) {
  return Linker(schemes, cases).link();
}

std::optional<int> page_of(const CaseStudy& study, const SchemeNames* scheme) {
  const auto nth = [&](const std::vector<int>& pages) { return pages[std::min(study.ordinal, pages.size() - 1)]; };
  if (!study.pages.empty()) return nth(study.pages);
  if (scheme != nullptr && !scheme->examples.empty()) return nth(scheme->examples);
  return std::nullopt;
}

}  // namespace chiho::brochure
