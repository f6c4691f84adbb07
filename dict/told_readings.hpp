// Readings that a text tells itself: a paragraph 「読み：便宜（べんぎ）、供与（きょうよ）」. What had furigana keeps it
// so, as text, through every export.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

struct ToldReading {
  std::string word;
  std::string reading;

  bool operator==(const ToldReading&) const = default;
};

// The paragraph, ending in '\n'; each reading once, empty where there are none.
std::string readings_paragraph(const std::vector<ToldReading>& readings);

// Of every such paragraph in the text.
std::vector<ToldReading> told_readings(std::string_view text);

}  // namespace chiho
