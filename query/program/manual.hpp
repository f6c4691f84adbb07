// Help and manual pages, both from the one table of commands and options and the sections beside it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "query/program/command_line.hpp"

namespace chiho {

// What the program, or the command that is named on the line, does and takes. Laid out for a terminal of this width.
std::string help(const Program& program, const CommandLine& line, Lang lang, std::size_t width, bool color = false);

// The manual page, in roff.
std::string manual_page(const Program& program, Lang lang);

// What the tables call a value or an argument, in the reader's language: [PART] is [語].
std::string in_language(std::string_view usage, Lang lang);
// As both write them: "chiho-search show ID", "-o, --office NAME".
std::string usage_of(const Program& program, const CommandInfo& command, Lang lang);
std::string flags_of(const OptionInfo& option, Lang lang);

}  // namespace chiho
