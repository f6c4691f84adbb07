// chiho-search
#include <algorithm>
#include <array>
#include <string_view>

#include "query/commands/commands.hpp"
#include "query/commands/options.hpp"

namespace chiho {

namespace {

struct Command {
  std::string_view name;
  int (*run)(const CommandLine& line, Lang lang);
};

constexpr std::array<Command, 8> commands{{
    {"", search_command},
    {"facets", facets_command},
    {"needs", needs_command},
    {"show", show_command},
    {"similar", similar_command},
    {"contact", contact_command},
    {"serve", serve_command},
    {"completion", completion_command},
}};

int run(const CommandLine& line, Lang lang) {
  if (line.has("version")) {
    print("chiho-search " CHIHO_VERSION "\n");
    return 0;
  }
  if (line.has("batch")) return batch_command(line, lang);
  return std::ranges::find(commands, line.command, &Command::name)->run(line, lang);
}

}  // namespace

}  // namespace chiho

int main(int argc, char** argv) {
  return chiho::run_program(chiho::search_program(), argc, argv, chiho::run);
}
