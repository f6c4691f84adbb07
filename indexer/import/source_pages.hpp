// Where the lines of a source stand: its pages, as far as the source has any.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/import.hpp"

namespace chiho::brochure {

class SourcePages {
 public:
  SourcePages() = default;
  // Cleans and corrects the text of the pages; `imported` gets the corrections.
  SourcePages(const std::vector<SourcePage>& pages, const std::vector<Correction>& corrections, Imported& imported);

  // Of all pages, lines ending in '\n'.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::optional<int> page_of(std::size_t line) const;
  [[nodiscard]] std::optional<int> pdf_page_of(std::size_t line) const;

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

// What the numbers printed on the pages say of the record that begins at `line`: they are believed, and a disagreement
// with what the contents list said is noted.
void place(RecordFile& record, std::size_t line, const SourcePages& pages);

}  // namespace chiho::brochure
