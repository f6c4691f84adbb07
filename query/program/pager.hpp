// What is longer than the screen goes through the reader's pager.
#pragma once

#include <string>

namespace chiho {

// Prints a page for people: through $PAGER (less unless set; none where it is empty or cat) if standard output is a
// terminal and the text does not fit on it, else as print does.
void print_page(const std::string& text);

}  // namespace chiho
