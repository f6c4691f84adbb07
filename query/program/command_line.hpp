// Command lines: one table of commands and options drives parsing, errors and help of both programs.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error/error.hpp"

namespace chiho {

struct CommandInfo {
  std::string_view name;       // empty: what the program does without a command
  std::string_view arguments;  // as help shows them: ID, FILE..., [office|need]
  Text help;
  Text more = {};  // paragraphs between line ends; a line that begins with two spaces is an example
};

struct OptionInfo {
  std::string_view name;   // without dashes
  char letter;             // 0: none
  std::string_view value;  // what help calls its value; empty: a flag; a|b|c: one of these; N: a whole number
  bool repeats;
  std::string_view commands;  // that take it, between spaces; "*": all
  Text help;
  int least = 0;  // of a number
};

inline constexpr int most_number = 1'000'000;

// auto|all|any; empty where the value is no choice between words (ID|all).
std::vector<std::string_view> choices_of(const OptionInfo& option);
// What is wrong with a value, if anything: an Error usage with the option's name and what would be right.
std::optional<Error> fault_of_value(const OptionInfo& option, const std::string& value);

// A heading above the options from `first` on.
struct OptionGroup {
  std::string_view first;
  Text title;
};

// What help and manual say beyond commands and options.
struct Section {
  Text title;
  Text body;  // as CommandInfo::more
};

struct CommandLine;

// A word that can be typed, and what it is.
struct Candidate {
  std::string word;
  std::string about;
};

struct Program {
  std::string_view name;
  Text summary;
  std::span<const CommandInfo> commands;
  std::span<const OptionInfo> options;
  std::span<const OptionGroup> groups = {};
  std::span<const Section> sections = {};
  // The words that stand for `what` (an option by its name, ID, OFFICE), as far as the line is typed; may throw.
  std::vector<Candidate> (*candidates)(std::string_view what, const CommandLine& line, Lang lang) = nullptr;
};

bool is_option_of(const OptionInfo& option, std::string_view command);

struct CommandLine {
  std::string command;
  std::map<std::string, std::vector<std::string>, std::less<>> options;  // by name; a flag has one empty value
  std::vector<std::string> arguments;

  [[nodiscard]] bool has(std::string_view option) const { return options.contains(option); }
  [[nodiscard]] std::string value(std::string_view option, const std::string& otherwise = "") const;
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
  // Of an option that takes a number.
  [[nodiscard]] std::optional<int> number(std::string_view option) const;
};

// The first argument that is no option names the command, if it is one; after "--" nothing is an option or command.
// Throws Error usage; every value is one that its option can take.
CommandLine parse_command_line(const Program& program, const std::vector<std::string>& arguments);

// --lang among the arguments, else the locale (LC_ALL, LC_MESSAGES, LANG), else Japanese.
Lang language(const std::vector<std::string>& arguments);

// Puts what the settings file says below what was typed and, for the index, below $CHIHO_DB. Throws Error usage and io.
void add_settings(const Program& program, CommandLine& line);

// Runs a program: errors go to stderr as `name: message` and a line of hint, the result is the exit code. A closed pipe
// is quiet. `__complete WORD...` and `__manual LANG`, which only shells and the build type, are answered here.
int run_program(const Program& program, int argc, char** argv, int (*run)(const CommandLine& line, Lang lang));

// Writes to standard output. Throws Error io if it cannot; a closed pipe ends the program quietly.
void print(std::string_view text);

}  // namespace chiho
