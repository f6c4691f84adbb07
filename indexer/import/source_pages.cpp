#include "import/source_pages.hpp"

#include <algorithm>

#include "import/corrections.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {

SourcePages::SourcePages(const std::vector<SourcePage>& pages, const std::vector<Correction>& corrections,
                         Imported& imported) {
  for (const SourcePage& page : pages) {
    std::string text = clean_text(page.text);  // has no form feed
    if (&page != &pages.back()) text += text.empty() || text.ends_with('\n') ? "\f\n" : "\n\f\n";
    text_ += text;
  }
  text_ = corrected(std::move(text_), corrections, imported);
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

void place(RecordFile& record, std::size_t line, const SourcePages& pages) {
  record.pdf_page = pages.pdf_page_of(line);
  const auto printed = pages.page_of(line);
  if (!printed) return;
  if (record.page && record.page != printed) {
    record.review.push_back("要確認: 行 " + std::to_string(line) + " 印刷された頁は p." + std::to_string(*printed) +
                            "、目次などからは p." + std::to_string(*record.page));
  }
  record.page = printed;
}

}  // namespace chiho::brochure
