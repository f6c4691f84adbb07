#include "import/dating.hpp"

#include <algorithm>
#include <string_view>

#include "dict/normalize.hpp"
#include "dict/sentences.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

void merge(std::vector<int>& to, const std::vector<int>& more) {
  to.insert(to.end(), more.begin(), more.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

void add(Years& years, const Years& more) {
  merge(years.calendar, more.calendar);
  merge(years.fiscal, more.fiscal);
}

// The "平成29年度" that ends with the 年度 at `at`.
std::string fiscal_year_before(const std::string& text, std::size_t at) {
  constexpr std::string_view word = "年度";
  std::size_t begin = at;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  for (const std::string_view first : {"元"})
    if (begin == at && text.substr(0, at).ends_with(first)) begin -= first.size();
  if (begin == at) return {};
  for (const std::string_view era : {"平成", "令和", "昭和"})
    if (text.substr(0, begin).ends_with(era)) begin -= era.size();
  return text.substr(begin, at + word.size() - begin);
}

}  // namespace

Years years_of_dates(const std::vector<std::string>& dates) {
  Years years;
  for (const std::string& date : dates) add(years, years_of(date));
  return years;
}

Years years_of_results(const std::vector<std::string>& paragraphs) {
  const std::vector<std::string_view> topics{"は", "には", "に", "の実績", "実績", "中"};
  const std::vector<std::string_view> no_topics{"には至", "に向け"};
  Years years;
  for (const std::string& paragraph : paragraphs) {
    const std::string text = folded(paragraph);
    for (std::size_t at = text.find("年度"); at != std::string::npos; at = text.find("年度", at + 1)) {
      const std::string_view behind = std::string_view(text).substr(at + std::string_view("年度").size());
      const std::string year = fiscal_year_before(text, at);
      if (!year.empty() && starts_with_any(behind, topics) && !starts_with_any(behind, no_topics))
        add(years, years_of(year));
    }
  }
  return years;
}

Years years_of_event(const std::vector<std::string>& paragraphs) {
  Years years;
  for (const std::string& paragraph : paragraphs) {
    for (const Span span : sentences(paragraph)) {
      const std::string sentence = paragraph.substr(span.begin, span.end - span.begin);
      if (!sentence.ends_with("ました。") && !sentence.ends_with("した。")) continue;
      add(years, years_of(sentence));
    }
  }
  return years;
}

}  // namespace chiho::brochure
