// Dates as a brochure prints them: 平成30年2月19日, 2018年2月.
#pragma once

#include <string>
#include <string_view>

#include "corpus/file_faults.hpp"

namespace chiho {

// The first date in the text whose month or day does not exist, as far as it is read; empty where all exist. Days of
// a year are checked with its leap day, in whichever era it is counted.
std::string first_impossible_date(std::string_view text);

// Adds a fault for it.
void check_printed_dates(const Located<std::string>& text, FileFaults& faults);

}  // namespace chiho
