// chiho-index
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/commands/commands.hpp"
#include "indexer/options.hpp"

namespace chiho {

namespace {

struct Command {
  std::string_view name;
  int (*run)(const CommandLine& line, Lang lang);
};

constexpr std::array<Command, 8> commands{{
    {"import", import_command},
    {"check", check_command},
    {"build", build_command},
    {"diff", diff_command},
    {"info", info_command},
    {"verify", verify_command},
    {"rollback", rollback_command},
    {"export", export_command},
}};

int run(const CommandLine& line, Lang lang) {
  if (line.has("version")) {
    print("chiho-index " CHIHO_VERSION "\n");
    return 0;
  }
  const auto command = std::ranges::find(commands, line.command, &Command::name);
  if (command != commands.end()) return command->run(line, lang);
  throw Error(
      ErrorCode::usage,
      {line.arguments.empty() ? "何をするかを指定してください。"
                              : fmt::format("知らない命令です: {}", line.arguments.front()),
       line.arguments.empty() ? "no command given" : fmt::format("unknown command: {}", line.arguments.front())},
      {"使い方: chiho-index --help", "See chiho-index --help"});
}

// What a long document took for a moment goes back to the system: glibc would soon keep blocks of up to 32 MB, of every
// thread. (A number of one's own ends that.)
void give_back_large_blocks() {
  constexpr int large = 1 << 18;  // bytes
  mallopt(M_MMAP_THRESHOLD, large);
}

}  // namespace

}  // namespace chiho

int main(int argc, char** argv) {
  chiho::give_back_large_blocks();
  return chiho::run_program(chiho::index_program(), argc, argv, chiho::run);
}
