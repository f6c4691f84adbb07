#include <fmt/format.h>

#include <algorithm>

#include "dict/line_layout.hpp"
#include "query/program/manual.hpp"

namespace chiho {

namespace {

// Text in which roff sees no command: no backslash, no hyphen of its own, no line that begins with . or '.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && (safe.empty() || safe.back() == '\n')) safe += "\\&";
    if (c == '\\')
      safe += "\\e";
    else if (c == '-')
      safe += "\\-";
    else
      safe += c;
  }
  return safe;
}

std::string escaped(const Text& text, Lang lang) {
  return escaped(text.in(lang));
}

// Running text. roff breaks lines at spaces alone, of which Japanese has none: \: is where else it may.
std::string filled(std::string_view text) {
  std::string out;
  std::size_t begin = 0;
  for (const std::size_t end : line_breaks(text)) {
    const std::string_view piece = text.substr(begin, end - begin);
    out += begin == 0 ? escaped(piece) : escaped(" " + std::string(piece)).substr(1);
    if (end < text.size() && !piece.ends_with(' ')) out += "\\:";
    begin = end;
  }
  return out;
}

std::string heading(const Text& title, Lang lang) {
  return fmt::format(".SH {}\n", escaped(title, lang));
}

// Lines that begin with two spaces are examples.
std::string body(const Text& text, Lang lang) {
  std::string out;
  bool example = false;
  const std::string& all = text.in(lang);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string line = all.substr(begin, end - begin);
    if (line.starts_with("  ") != example) out += example ? ".fi\n.RE\n" : ".RS 4\n.nf\n";
    example = line.starts_with("  ");
    out += example ? escaped(line.substr(2)) + "\n" : ".PP\n" + filled(line) + "\n";
    begin = end + 1;
  }
  return out + (example ? ".fi\n.RE\n" : "");
}

std::string item(const std::string& term, const std::string& meaning) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", escaped(term), meaning);
}

}  // namespace

std::string manual_page(const Program& program, Lang lang) {
  const std::string name(program.name);
  std::string page =
      fmt::format(".\\\" Made by {} from its table of options.\n.TH {} 1\n.nh\n.ad l\n", name, escaped(name));
  page += heading({"名前", "NAME"}, lang) + fmt::format("{} \\- {}\n", escaped(name), escaped(program.summary, lang));
  page += heading({"書式", "SYNOPSIS"}, lang);
  for (const CommandInfo& command : program.commands)
    page += fmt::format("\\fB{}\\fR\n.br\n", escaped(usage_of(program, command, lang)));
  page += heading({"命令", "COMMANDS"}, lang);
  for (const CommandInfo& command : program.commands) {
    page += item(usage_of(program, command, lang), filled(command.help.in(lang)));
    if (!command.more.empty()) page += ".RS\n" + body(command.more, lang) + ".RE\n";
  }
  page += heading({"オプション", "OPTIONS"}, lang);
  for (const OptionInfo& option : program.options) {
    for (const OptionGroup& group : program.groups)
      if (group.first == option.name) page += fmt::format(".SS {}\n", escaped(group.title, lang));
    page += item(flags_of(option, lang), filled(option.help.in(lang)));
  }
  for (const Section& section : program.sections) page += heading(section.title, lang) + body(section.body, lang);
  return page;
}

}  // namespace chiho
