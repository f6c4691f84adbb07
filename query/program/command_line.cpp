#include "query/program/command_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <new>

#include "corpus/fault.hpp"
#include "corpus/nearest.hpp"
#include "query/program/completion.hpp"
#include "query/program/manual.hpp"
#include "query/program/pager.hpp"
#include "query/program/settings.hpp"
#include "query/program/terminal.hpp"

namespace chiho {

namespace {

// Of help that goes into a pipe.
constexpr std::size_t usual_width = 80;

// Stands before an argument that begins with - but is a word (-水道), while CLI11 looks at it.
constexpr char word_mark = '\x01';

// -水道, -ODA, -"a phrase", -office:人事課 exclude: what no option's letter begins with is no option.
bool is_excluded_word(const Program& program, const std::string& argument) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
  const auto letter = std::ranges::find(program.options, argument[1], &OptionInfo::letter);
  if (letter == program.options.end()) return true;
  const std::string_view name = std::string_view(argument).substr(1, argument.find(':') - 1);
  return argument.find(':') != std::string::npos &&
         std::ranges::find(program.options, name, &OptionInfo::name) != program.options.end();
}

std::string flags_of(const OptionInfo& option) {
  const std::string name = fmt::format("--{}", option.name);
  return option.letter == 0 ? name : fmt::format("-{},{}", option.letter, name);
}

[[noreturn]] void throw_usage(const Program& program, const Text& message, const Text& hint = {}) {
  throw Error(ErrorCode::usage, message,
              hint.empty()
                  ? Text{fmt::format("使い方: {} --help", program.name), fmt::format("See {} --help", program.name)}
                  : hint);
}

[[noreturn]] void throw_unknown_option(const Program& program, const std::string& option) {
  std::vector<std::string> known;
  for (const OptionInfo& info : program.options) known.push_back(fmt::format("--{}", info.name));
  const auto near = nearest(option, known);
  throw_usage(program, {fmt::format("知らないオプションです: {}", option), fmt::format("unknown option: {}", option)},
              near.empty() ? Text{}
                           : Text{fmt::format("近いもの: {}", fmt::join(near, "、")),
                                  fmt::format("Nearest: {}", fmt::join(near, ", "))});
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number <= most_number ? std::optional(number) : std::nullopt;
}

Error cannot_be(const OptionInfo& option, const std::string& value, const Text& hint) {
  const std::string given = shown(value);
  return {ErrorCode::usage,
          {fmt::format("--{}: 「{}」は使えません。", option.name, given),
           fmt::format("--{}: cannot be \"{}\"", option.name, given)},
          hint};
}

class Parser {
 public:
  explicit Parser(const Program& program) : program_(program) {
    app_.set_help_flag();
    app_.allow_extras();
    app_.option_defaults()->always_capture_default(false);
    for (const OptionInfo& option : program.options) {
      auto& values = values_[std::string(option.name)];
      if (option.value.empty())
        app_.add_flag(flags_of(option))->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
      else
        app_.add_option(flags_of(option), values)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(option.repeats ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
    }
  }

  CommandLine parse(const std::vector<std::string>& arguments) {
    const auto end = std::ranges::find(arguments, "--");
    std::vector<std::string> before;
    for (auto argument = arguments.begin(); argument != end; ++argument)
      before.push_back(is_excluded_word(program_, *argument) ? word_mark + *argument : *argument);
    for (const auto& argument : before) refuse_value_of_flag(argument);
    run_cli11(before);
    CommandLine line;
    collect_options(line);
    collect_words(line);
    if (end != arguments.end()) line.arguments.insert(line.arguments.end(), end + 1, arguments.end());
    check_options(line);
    check_values(line);
    return line;
  }

 private:
  void run_cli11(std::vector<std::string> arguments) {
    std::ranges::reverse(arguments);
    try {
      app_.parse(arguments);
    } catch (const CLI::ArgumentMismatch& error) {
      throw_without_value(error.what());
    } catch (const CLI::ParseError&) {
      throw_usage(program_, {"オプションを読めません。", "the options cannot be understood"});
    }
  }

  // CLI11 would take --json=no for a word of its own.
  void refuse_value_of_flag(std::string_view argument) const {
    for (const OptionInfo& option : program_.options) {
      const std::string name = fmt::format("--{}", option.name);
      if (option.value.empty() && argument.starts_with(name + "="))
        throw_usage(program_, {name + " は値を取りません。", name + " takes no value"});
    }
  }

  // CLI11's message begins with the option's name.
  [[noreturn]] void throw_without_value(std::string_view message) const {
    for (const OptionInfo& option : program_.options) {
      const std::string name = fmt::format("--{}", option.name);
      if (!message.starts_with(name + ":")) continue;
      throw_usage(program_, {name + " に値がありません。", name + " lacks its value"},
                  {fmt::format("{} {} と書きます。", name, in_language(option.value, Lang::ja)),
                   fmt::format("Write {} {}.", name, option.value)});
    }
    throw_usage(program_, {"オプションの値がありません。", "an option lacks its value"});
  }

  void collect_options(CommandLine& line) {
    for (const OptionInfo& option : program_.options) {
      const auto* parsed = app_.get_option(fmt::format("--{}", option.name));
      if (parsed->count() == 0) continue;
      const std::string name(option.name);
      line.options[name] = option.value.empty() ? std::vector<std::string>{""} : values_[name];
      for (auto& value : line.options[name])
        if (value.starts_with(word_mark)) value.erase(0, 1);
      if (!option.repeats) line.options[name].erase(line.options[name].begin(), line.options[name].end() - 1);
    }
  }

  void collect_words(CommandLine& line) {
    for (std::string word : app_.remaining()) {
      if (word.starts_with(word_mark))
        word.erase(0, 1);
      else if (word.size() > 1 && word.starts_with('-'))
        throw_unknown_option(program_, word);
      line.arguments.push_back(std::move(word));
    }
    if (line.arguments.empty()) return;
    const auto named =
        std::ranges::find(program_.commands, std::string_view(line.arguments.front()), &CommandInfo::name);
    if (named == program_.commands.end()) return;
    line.command = line.arguments.front();
    line.arguments.erase(line.arguments.begin());
  }

  void check_options(const CommandLine& line) const {
    for (const OptionInfo& option : program_.options)
      if (line.has(option.name) && !is_option_of(option, line.command))
        throw_usage(program_,
                    {fmt::format("--{} は {} では使えません。", option.name, line.command),
                     fmt::format("--{} is no option of {}", option.name, line.command)},
                    {fmt::format("使えるもの: {} {} --help", program_.name, line.command),
                     fmt::format("What it takes: {} {} --help", program_.name, line.command)});
  }

  void check_values(const CommandLine& line) const {
    for (const OptionInfo& option : program_.options)
      for (const auto& value : line.values(option.name))
        if (const auto wrong = fault_of_value(option, value)) throw *wrong;
  }

  const Program& program_;
  CLI::App app_;
  std::map<std::string, std::vector<std::string>> values_;
};

void report(const Program& program, const Error& error, Lang lang) {
  std::string text = fmt::format("{}: {}\n", program.name, error.message().in(lang));
  if (!error.hint().empty()) text += error.hint().in(lang) + "\n";
  text = for_terminal(text);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

std::string CommandLine::value(std::string_view option, const std::string& otherwise) const {
  const auto found = options.find(option);
  return found == options.end() ? otherwise : found->second.back();
}

std::vector<std::string> CommandLine::values(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::vector<std::string>{} : found->second;
}

std::optional<int> CommandLine::number(std::string_view option) const {
  return has(option) ? number_in(value(option)) : std::nullopt;
}

bool is_option_of(const OptionInfo& option, std::string_view command) {
  if (option.commands == "*") return true;
  return fmt::format(" {} ", option.commands).find(fmt::format(" {} ", command.empty() ? "search" : command)) !=
         std::string::npos;
}

std::vector<std::string_view> choices_of(const OptionInfo& option) {
  std::vector<std::string_view> choices;
  if (option.value.find('|') == std::string_view::npos || std::ranges::any_of(option.value, is_capital)) return choices;
  for (std::string_view rest = option.value; !rest.empty();) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    choices.push_back(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return choices;
}

std::optional<Error> fault_of_value(const OptionInfo& option, const std::string& value) {
  const auto choices = choices_of(option);
  const std::string_view word = option.repeats && value.starts_with('!') ? std::string_view(value).substr(1) : value;
  if (!choices.empty() && std::ranges::find(choices, word) == choices.end())
    return cannot_be(option, value,
                     {fmt::format("{} のどれかです。", fmt::join(choices, "、")),
                      fmt::format("One of {}.", fmt::join(choices, ", "))});
  if (option.value == "N" && number_in(value).value_or(-1) < option.least)
    return cannot_be(option, value,
                     {fmt::format("{}から{}までの整数です。", option.least, most_number),
                      fmt::format("A whole number from {} to {}.", option.least, most_number)});
  return std::nullopt;
}

CommandLine parse_command_line(const Program& program, const std::vector<std::string>& arguments) {
  return Parser(program).parse(arguments);
}

Lang language(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    std::string_view value;
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].starts_with("--lang=")) value = std::string_view(arguments[i]).substr(7);
    if (!value.empty()) return value == "en" ? Lang::en : Lang::ja;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    return locale.starts_with("ja") || locale.starts_with("C") || locale == "POSIX" ? Lang::ja : Lang::en;
  }
  return Lang::ja;
}

void add_settings(const Program& program, CommandLine& line) {
  const char* db = std::getenv("CHIHO_DB");
  for (const auto& [name, value] : read_settings(settings_file(), program)) {
    const auto option = std::ranges::find(program.options, std::string_view(name), &OptionInfo::name);
    const bool outdone = name == "db" && db != nullptr && *db != '\0';
    if (!line.has(name) && !outdone && is_option_of(*option, line.command)) line.options[name] = {value};
  }
}

namespace {

// Help is given whatever the settings are.
void show_help(const Program& program, CommandLine line, Lang lang) {
  try {
    add_settings(program, line);
  } catch (const Error&) {
    line.options.erase("color");
  }
  if (line.has("lang")) lang = line.value("lang") == "en" ? Lang::en : Lang::ja;
  print_page(help(program, line, lang, terminal_width() == 0 ? usual_width : terminal_width(),
                  use_color(line.value("color", "auto"))));
}

// True if the arguments were for a machine.
bool answer_machine(const Program& program, const std::vector<std::string>& arguments, Lang lang) {
  if (arguments.empty()) return false;
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (arguments.front() == "__complete")
    print(completions(program, rest, lang));
  else if (arguments.front() == "__manual")
    print(manual_page(program, rest == std::vector<std::string>{"en"} ? Lang::en : Lang::ja));
  else
    return false;
  return true;
}

}  // namespace

int run_program(const Program& program, int argc, char** argv, int (*run)(const CommandLine&, Lang)) {
  std::signal(SIGPIPE, SIG_DFL);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  Lang lang = language(arguments);
  try {
    if (answer_machine(program, arguments, lang)) return 0;
    CommandLine line = parse_command_line(program, arguments);
    if (line.has("help")) {
      show_help(program, line, lang);
      return 0;
    }
    if (!line.has("version")) add_settings(program, line);
    if (line.has("lang")) lang = line.value("lang") == "en" ? Lang::en : Lang::ja;
    return run(line, lang);
  } catch (const Error& error) {
    report(program, error, lang);
    return static_cast<int>(error.code());
  } catch (const std::bad_alloc&) {
    report(program, Error(ErrorCode::io, {"メモリが足りません。", "out of memory"}), lang);
  } catch (const std::exception&) {
    report(program, Error(ErrorCode::io, {"内部の誤りです。", "internal error"}), lang);
  }
  return static_cast<int>(ErrorCode::io);
}

void print(std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      throw Error(ErrorCode::io, {"書き出せません。", "cannot write to standard output"},
                  {"空き容量と出力先を確かめてください。", "Check free space and where the output goes."});
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace chiho
