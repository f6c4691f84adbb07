// Where the lines of a source stand: its pages, as far as the source has any.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "error/error.hpp"

namespace chiho {

// A page of the source. A source that does not mark its pages is one, without numbers.
struct SourcePage {
  std::string text;             // UTF-8, lines ending in '\n'
  std::optional<int> page;      // the number printed on it
  std::optional<int> pdf_page;  // of the PDF file, from 1
};

class SourcePages {
 public:
  SourcePages() = default;
  // The text of all pages, cleaned and then corrected by `correct`, which keeps its lines.
  SourcePages(const std::vector<SourcePage>& pages, const std::function<std::string(std::string)>& correct);

  // Of all pages, lines ending in '\n'.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::optional<int> page_of(std::size_t line) const;
  [[nodiscard]] std::optional<int> pdf_page_of(std::size_t line) const;

  // A run of lines, as a librarian looks them up: by the page of the PDF, where the source is one.
  [[nodiscard]] Text place(std::size_t first, std::size_t last) const;

 private:
  struct Begin {
    std::size_t line = 0;
    std::optional<int> page;
    std::optional<int> pdf_page;
  };
  [[nodiscard]] const Begin* at(std::size_t line) const;

  std::string text_;
  std::vector<Begin> begins_;
};

}  // namespace chiho
