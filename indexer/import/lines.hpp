// Lines of a converted text, and how they join to paragraphs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chiho::brochure {

struct Line {
  std::size_t number = 0;  // in the file, from 1
  int gap = 0;             // blank lines before it
  bool bullet = false;     // it began with a bullet
  std::string text;        // trimmed, not empty, without its bullet
};
using Lines = std::vector<Line>;

// Converters leave this many blank lines where a picture was.
inline constexpr int picture_gap = 2;

// The lines that are not blank. Throws Error corpus where there are more than any brochure has.
Lines read_lines(std::string_view text);

// Hard-wrapped lines as one: 国際情勢・|施策情報を|得たい.
std::string joined(const Lines& lines);
// One paragraph a bullet and a run of hard-wrapped lines. A line that had room for more was ended on purpose.
std::vector<std::string> paragraphs(const Lines& lines);

// "写真提供：…", whose place a picture had.
bool is_photo_credit(std::string_view line);
// Without a "(写真：…)" in it.
std::string without_photo_credit(std::string_view text);

}  // namespace chiho::brochure
