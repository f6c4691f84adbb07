#include "query/program/completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "query/program/terminal.hpp"

namespace chiho {

namespace {

// More candidates are no help.
constexpr std::size_t most_candidates = 1000;

using Words = std::vector<std::string>;

bool is_placeholder(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Completer {
 public:
  Completer(const Program& program, Words words, Lang lang) : program_(program), lang_(lang) {
    if (words.empty()) words.emplace_back();
    typed_ = words.back();
    words.pop_back();
    read(words);
  }

  std::string run() {
    if (after_dashes_)
      ;
    else if (awaited_ != nullptr)
      offer_values(*awaited_);
    else if (typed_.starts_with("--") && typed_.find('=') != std::string::npos)
      offer_attached();
    else if (typed_.starts_with('-'))
      offer_options();
    else
      offer_arguments();
    return kind_ + "\n" + lines_;
  }

 private:
  const OptionInfo* option_of(std::string_view word) const {
    for (const OptionInfo& option : program_.options) {
      if (word.starts_with("--") && word.substr(2) == option.name) return &option;
      if (word.size() == 2 && word[0] == '-' && option.letter != 0 && word[1] == option.letter) return &option;
    }
    return nullptr;
  }

  void read(const Words& words) {
    for (const std::string& word : words) {
      if (after_dashes_) continue;
      if (word == "=") continue;  // which bash takes for a word of its own
      if (awaited_ != nullptr) {
        line_.options[std::string(awaited_->name)].push_back(word);
        awaited_ = nullptr;
      } else if (word == "--") {
        after_dashes_ = true;
      } else if (word.starts_with('-')) {
        read_option(word);
      } else {
        read_argument(word);
      }
    }
    if (typed_ == "=") typed_.clear();
  }

  void read_option(const std::string& word) {
    const std::size_t equals = word.find('=');
    const OptionInfo* option = option_of(std::string_view(word).substr(0, equals));
    if (option == nullptr) return;
    if (equals != std::string::npos)
      line_.options[std::string(option->name)].push_back(word.substr(equals + 1));
    else if (option->value.empty())
      line_.options[std::string(option->name)].emplace_back();
    else
      awaited_ = option;
  }

  void read_argument(const std::string& word) {
    const bool first = line_.command.empty() && line_.arguments.empty();
    if (first && !word.empty() &&
        std::ranges::find(program_.commands, std::string_view(word), &CommandInfo::name) != program_.commands.end())
      line_.command = word;
    else
      line_.arguments.push_back(word);
  }

  void offer(const std::string& word, std::string about) {
    if (!word.starts_with(typed_) || offered_++ >= most_candidates) return;
    if (word.find_first_of("\n\t") != std::string::npos) return;
    std::ranges::replace(about, '\n', ' ');
    std::ranges::replace(about, '\t', ' ');
    lines_ += for_terminal(word) + "\t" + for_terminal(about) + "\n";
  }

  void offer_options() {
    for (const OptionInfo& option : program_.options)
      if (is_option_of(option, line_.command)) offer(fmt::format("--{}", option.name), option.help.in(lang_));
  }

  void offer_attached() {
    const std::size_t equals = typed_.find('=');
    const OptionInfo* option = option_of(std::string_view(typed_).substr(0, equals));
    if (option == nullptr || option->value.empty()) return;
    prefix_ = typed_.substr(0, equals + 1);
    offer_values(*option);
  }

  void offer_values(const OptionInfo& option) {
    const bool excludes = option.repeats && typed_.substr(prefix_.size()).starts_with('!');
    if (excludes) prefix_ += '!';
    offer_kind(option.name, option.value);
    if (lines_.empty() && kind_ == ":words")
      for (const auto choice : choices_of(option)) offer(prefix_ + std::string(choice), "");
  }

  // Names that the program knows, else files or folders where such are wanted.
  void offer_kind(std::string_view what, std::string_view value) {
    if (program_.candidates != nullptr)
      for (const Candidate& candidate : program_.candidates(what, line_, lang_))
        offer(prefix_ + candidate.word, candidate.about);
    if (value == "FILE" || value == "SOURCE" || value == "OLD" || value == "NEW") kind_ = ":files";
    if (value == "DB" || value == "DIR") kind_ = ":folders";
  }

  void offer_arguments() {
    if (line_.command.empty()) {
      if (!line_.arguments.empty()) return;
      for (const CommandInfo& command : program_.commands)
        if (!command.name.empty()) offer(std::string(command.name), command.help.in(lang_));
      return;
    }
    const auto command = std::ranges::find(program_.commands, std::string_view(line_.command), &CommandInfo::name);
    offer_argument(argument_at(command->arguments, line_.arguments.size()));
  }

  // "[a|b] WORDS...": the one at this place; the last repeats if it says so.
  static std::string argument_at(std::string_view arguments, std::size_t place) {
    Words all;
    for (const char c : arguments) {
      if (all.empty() || c == ' ') all.emplace_back();
      if (c != ' ' && c != '[' && c != ']') all.back() += c;
    }
    if (all.empty()) return "";
    const bool repeats = all.back().ends_with("...");
    if (repeats) all.back().erase(all.back().size() - 3);
    if (place >= all.size()) return repeats ? all.back() : "";
    return all[place];
  }

  void offer_argument(const std::string& argument) {
    for (std::size_t begin = 0; begin < argument.size();) {
      const std::size_t end = std::min(argument.find('|', begin), argument.size());
      const std::string word = argument.substr(begin, end - begin);
      if (is_placeholder(word))
        offer_kind(word, word);
      else
        offer(word, "");
      begin = end + 1;
    }
  }

  const Program& program_;
  Lang lang_;
  std::string typed_;
  std::string prefix_;  // of the word being typed, before what is completed
  CommandLine line_;
  const OptionInfo* awaited_ = nullptr;  // whose value comes next
  bool after_dashes_ = false;
  std::string kind_ = ":words";
  std::string lines_;
  std::size_t offered_ = 0;
};

}  // namespace

std::string completions(const Program& program, const Words& words, Lang lang) {
  try {
    return Completer(program, words, lang).run();
  } catch (const std::exception&) {  // no index, say
    return ":words\n";
  }
}

}  // namespace chiho
