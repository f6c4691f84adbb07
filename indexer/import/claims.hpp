// The ledger of an import: what became of every line of the source, so that none is lost in silence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "error/error.hpp"

namespace chiho {

using LineNumbers = std::vector<std::size_t>;  // in the source, from 1

enum class LineUse : std::uint8_t {
  unclaimed,  // nothing says what it says: to review
  record,     // a scheme's or a case's
  directory,  // an office's
  contents,   // a need's, a group's, a page's
  heading,    // over the cards or the cases
  title,      // the edition's title or date
  ignored
};

struct SourceLine {
  std::size_t number = 0;
  std::string text;
  LineUse use = LineUse::unclaimed;
  std::string by;  // of a record: its file in the edition folder
  Text reason;     // of an ignored line
};

class Claims {
 public:
  Claims() = default;
  // Every line of `text` that is not blank, claimed by nobody.
  explicit Claims(std::string_view text);

  // The first to claim a line, or to tell why it is ignored, has it. Numbers of blank lines are passed over.
  void claim(const LineNumbers& numbers, LineUse use, const std::string& by = {});
  void ignore(const LineNumbers& numbers, const Text& reason);
  void release(std::size_t number);

  [[nodiscard]] const std::vector<SourceLine>& lines() const { return lines_; }
  [[nodiscard]] LineNumbers of(LineUse use) const;
  [[nodiscard]] LineNumbers unclaimed() const { return of(LineUse::unclaimed); }

 private:
  SourceLine* find(std::size_t number);

  std::vector<SourceLine> lines_;  // ascending
};

// "3–5、8": runs of lines between which no line of `claims` stands are one.
std::vector<std::pair<std::size_t, std::size_t>> runs_of(const LineNumbers& numbers, const Claims& claims);

}  // namespace chiho
