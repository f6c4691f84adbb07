#include "indexer/commands/arguments.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace chiho {

void need_arguments(const CommandLine& line, std::size_t least, std::size_t most, const Text& what) {
  if (line.arguments.size() >= least && line.arguments.size() <= most) return;
  throw Error(ErrorCode::usage,
              {fmt::format("{}: {}を指定してください。", line.command, what.ja),
               fmt::format("{} takes {}", line.command, what.en)},
              {"使い方: chiho-index --help", "See chiho-index --help"});
}

std::string required(const CommandLine& line, std::string_view option) {
  if (line.has(option) && !line.value(option).empty()) return line.value(option);
  throw Error(ErrorCode::usage, {fmt::format("--{} が要ります。", option), fmt::format("--{} is needed", option)},
              {fmt::format("使い方: chiho-index {} --help", line.command),
               fmt::format("See chiho-index {} --help", line.command)});
}

void say_waiting(const std::filesystem::path& db, Lang lang) {
  print_error(Text{fmt::format("別の build が終わるのを待っています: {}", db.string()),
                   fmt::format("waiting for another build of {}", db.string())}
                  .in(lang));
}

void print_error(const std::string& line) {
  std::fputs((line + "\n").c_str(), stderr);
}

}  // namespace chiho
