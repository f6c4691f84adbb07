// Text that is safe to send to a terminal.
#pragma once

#include <string>
#include <string_view>

namespace chiho {

// Without control characters (escape sequences among them) but for line ends. UTF-8.
std::string for_terminal(std::string_view text);

}  // namespace chiho
