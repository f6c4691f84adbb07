// Completion in the shell, from the one table of commands and options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/program/command_line.hpp"

namespace chiho {

// What may stand where the last of `words` is being typed (those after the program's name). The first line says of what
// kind it is: ":words", ":files", ":folders". Then a candidate a line: the word, a tab, what it is. Never fails: what
// is not known is not offered.
std::string completions(const Program& program, const std::vector<std::string>& words, Lang lang);

// The script that teaches a shell to ask; none for a shell that is not known.
std::optional<std::string> completion_script(std::string_view shell);

}  // namespace chiho
