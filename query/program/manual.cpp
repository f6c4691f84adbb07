#include "query/program/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dict/line_layout.hpp"
#include "query/program/styled_text.hpp"

namespace chiho {

namespace {

// What the tables call a value, as Japanese manuals call it.
struct Placeholder {
  std::string_view en;
  std::string_view ja;
};
constexpr std::array<Placeholder, 14> placeholders{{{"NAME", "名前"},
                                                    {"YEAR", "年"},
                                                    {"WORDS", "検索語"},
                                                    {"LIST", "欄"},
                                                    {"FILE", "ファイル"},
                                                    {"DIR", "フォルダ"},
                                                    {"DB", "索引"},
                                                    {"SOURCE", "元"},
                                                    {"OFFICE", "担当課室"},
                                                    {"OLD", "旧版"},
                                                    {"NEW", "新版"},
                                                    {"ENCODING", "文字コード"},
                                                    {"PART", "語"},
                                                    {"ADDRESS", "アドレス"}}};

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool takes_value(const OptionInfo& option) {
  return !option.value.empty();
}

// The options that are listed under one heading: from the group's first to the next group's.
std::vector<const OptionInfo*> options_of(const Program& program, std::size_t group, const CommandLine& line) {
  std::vector<const OptionInfo*> all;
  bool inside = group == 0 && program.groups.empty();
  for (const OptionInfo& option : program.options) {
    const auto begins = std::ranges::find(program.groups, option.name, &OptionGroup::first);
    if (begins != program.groups.end()) inside = begins - program.groups.begin() == static_cast<std::ptrdiff_t>(group);
    if (inside && (line.command.empty() || is_option_of(option, line.command))) all.push_back(&option);
  }
  return all;
}

class HelpWriter {
 public:
  HelpWriter(Lang lang, std::size_t width, bool color) : lang_(lang), paper_{width, color} {}

  void heading(const Text& title) { text_ += "\n" + laid_out({{title.in(lang_), Style::title}}, paper_); }
  void line(const std::string& words, std::size_t at) { text_ += laid_out({{words}}, paper_, at, at); }
  // A term and, beside it or below, what it means.
  void item(const std::string& term, const std::string& meaning) {
    const std::size_t used = display_width(term);
    const std::size_t at = indent + (paper_.width < narrow ? 6 : column);
    StyledWords words{{meaning}};
    const bool beside = indent + used + 2 <= at;
    if (beside)
      words.insert(words.begin(), {{term, Style::option, true}, {std::string(at - indent - used, ' ')}});
    else
      text_ += laid_out({{term, Style::option}}, paper_, indent, indent + 4);
    text_ += laid_out(words, paper_, beside ? indent : at, at);
  }
  // Lines that begin with two spaces stand as they are.
  void body(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string words = text.substr(begin, end - begin);
      if (words.starts_with("  "))
        text_ += laid_out({{words, Style::option}}, paper_, indent, indent + 6);
      else
        line(words, indent);
      begin = end + 1;
    }
  }
  std::string take() { return std::move(text_); }

 private:
  static constexpr std::size_t indent = 2;
  static constexpr std::size_t column = 28;
  static constexpr std::size_t narrow = 60;

  Lang lang_;
  Paper paper_;
  std::string text_;
};

}  // namespace

// Whole words only.
std::string in_language(std::string_view usage, Lang lang) {
  if (lang == Lang::en) return std::string(usage);
  std::string text;
  for (std::size_t at = 0; at < usage.size();) {
    std::size_t end = at;
    while (end < usage.size() && is_letter(usage[end])) ++end;
    const std::string_view word = usage.substr(at, std::max<std::size_t>(end - at, 1));
    const auto known = std::ranges::find(placeholders, word, &Placeholder::en);
    text += known == placeholders.end() ? word : known->ja;
    at += word.size();
  }
  return text;
}

std::string flags_of(const OptionInfo& option, Lang lang) {
  const std::string letter = option.letter == 0 ? "" : fmt::format("-{}, ", option.letter);
  return fmt::format("{}--{}{}", letter, option.name,
                     takes_value(option) ? " " + in_language(option.value, lang) : std::string());
}

std::string usage_of(const Program& program, const CommandInfo& command, Lang lang) {
  std::string text(program.name);
  for (const std::string& part : {std::string(command.name), in_language(command.arguments, lang)})
    if (!part.empty()) text += " " + part;
  return text;
}

std::string help(const Program& program, const CommandLine& line, Lang lang, std::size_t width, bool color) {
  HelpWriter writer(lang, width, color);
  writer.line(fmt::format("{} - {}", program.name, program.summary.in(lang)), 0);
  writer.heading({"使い方", "Usage"});
  for (const CommandInfo& command : program.commands)
    if (line.command.empty() || command.name == line.command)
      writer.item(usage_of(program, command, lang), command.help.in(lang));
  for (const CommandInfo& command : program.commands)
    if (command.name == line.command && !command.more.empty()) {
      writer.heading({"説明", "Description"});
      writer.body(command.more.in(lang));
    }
  for (std::size_t group = 0; group < std::max<std::size_t>(program.groups.size(), 1); ++group) {
    const auto options = options_of(program, group, line);
    if (options.empty()) continue;
    writer.heading(program.groups.empty() ? Text{"オプション", "Options"} : program.groups[group].title);
    for (const OptionInfo* option : options)
      writer.item((option->letter == 0 ? "    " : "") + flags_of(*option, lang), option->help.in(lang));
  }
  if (!line.command.empty()) return writer.take();
  for (const Section& section : program.sections) {
    writer.heading(section.title);
    writer.body(section.body.in(lang));
  }
  return writer.take();
}

}  // namespace chiho
