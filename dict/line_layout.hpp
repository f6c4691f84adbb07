// Where lines of mixed Japanese and Latin text can be broken, and how wide letters are on a terminal.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace chiho {

// In cells: 2 for kanji, kana and full-width letters, 0 for combining and invisible ones, 1 for the rest. Letters of
// which terminals disagree (…, ―, ○) are counted as 2, so that no line grows too long.
std::size_t display_width(std::string_view utf8);

// Byte offsets before which a line may be broken, ascending, the end of the text the last. 、。」ー and small kana
// begin no line, 「（ end none, Latin words and telephone numbers stay whole.
std::vector<std::size_t> line_breaks(std::string_view utf8);

}  // namespace chiho
