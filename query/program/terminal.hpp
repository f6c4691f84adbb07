// The terminal: text that is safe to send to it, and how large it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chiho {

// Without control characters (escape sequences among them) but for line ends. UTF-8.
std::string for_terminal(std::string_view text);

// Of standard output, in cells and lines; 0 where that is no terminal.
std::size_t terminal_width();
std::size_t terminal_height();

// Whether to use colour: always, never, or auto: on a terminal, unless NO_COLOR is set.
bool use_color(std::string_view wanted);

}  // namespace chiho
