// chiho-search serve: becomes the program beside it that knows HTTP (web/main.cpp).
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "query/commands/commands.hpp"

namespace chiho {

namespace {

namespace fs = std::filesystem;

fs::path beside_this_program(const char* name) {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  return self.parent_path() / name;
}

}  // namespace

int serve_command(const CommandLine& line, Lang lang) {
  if (!line.arguments.empty())
    throw Error(
        ErrorCode::usage, {"serve に検索語は付きません。", "serve takes no words"},
        {"例: chiho-search serve --listen 127.0.0.1:8080", "Example: chiho-search serve --listen 127.0.0.1:8080"});
  const fs::path program = beside_this_program("chiho-search-serve");
  std::vector<std::string> words{program.string(), "serve"};
  for (const auto& [name, values] : line.options)
    for (const std::string& value : values)
      words.push_back(value.empty() ? fmt::format("--{}", name) : fmt::format("--{}={}", name, value));
  if (!line.has("lang")) words.emplace_back(lang == Lang::ja ? "--lang=ja" : "--lang=en");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  throw Error(ErrorCode::io, {fmt::format("{} を起動できません: {}", program.string(), std::strerror(errno)),
                              fmt::format("cannot start {}: {}", program.string(), std::strerror(errno))});
}

}  // namespace chiho
