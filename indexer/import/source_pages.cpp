#include "import/source_pages.hpp"

#include <algorithm>

#include "import/letters.hpp"

namespace chiho {

SourcePages::SourcePages(const std::vector<SourcePage>& pages, const std::function<std::string(std::string)>& correct) {
  for (const SourcePage& page : pages) {
    std::string text = brochure::clean_text(page.text);  // has no form feed
    if (&page != &pages.back()) text += text.empty() || text.ends_with('\n') ? "\f\n" : "\n\f\n";
    text_ += text;
  }
  text_ = correct(std::move(text_));
  std::size_t line = 1;
  auto page = pages.begin();
  const auto begin = [&] { begins_.push_back({line, page->page, page->pdf_page}), ++page; };
  if (!pages.empty()) begin();
  for (char& c : text_) {
    if (c == '\n') ++line;
    if (c != '\f') continue;
    c = ' ';
    if (page != pages.end()) begin();
  }
}

const SourcePages::Begin* SourcePages::at(std::size_t line) const {
  const auto next = std::upper_bound(begins_.begin(), begins_.end(), line,
                                     [](std::size_t wanted, const Begin& begin) { return wanted < begin.line; });
  return next == begins_.begin() ? nullptr : &*std::prev(next);
}

std::optional<int> SourcePages::page_of(std::size_t line) const {
  const Begin* begin = at(line);
  return begin == nullptr ? std::nullopt : begin->page;
}

std::optional<int> SourcePages::pdf_page_of(std::size_t line) const {
  const Begin* begin = at(line);
  return begin == nullptr ? std::nullopt : begin->pdf_page;
}

Text SourcePages::place(std::size_t first, std::size_t last) const {
  const std::string numbers = std::to_string(first) + (last > first ? "–" + std::to_string(last) : "");
  const Text lines{"行 " + numbers, (last > first ? "lines " : "line ") + numbers};
  const Begin* begin = at(first);
  if (begin == nullptr || !begin->pdf_page) return lines;
  const std::string pdf_page = std::to_string(*begin->pdf_page);
  if (!begin->page)
    return {"PDF " + pdf_page + "頁（" + lines.ja + "）", "PDF page " + pdf_page + " (" + lines.en + ")"};
  const std::string page = "p." + std::to_string(*begin->page);
  return {page + "（PDF " + pdf_page + "頁、" + lines.ja + "）",
          page + " (PDF page " + pdf_page + ", " + lines.en + ")"};
}

}  // namespace chiho
