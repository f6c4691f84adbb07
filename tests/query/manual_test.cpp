#include "query/program/manual.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "dict/line_layout.hpp"

namespace chiho {
namespace {

const std::vector<CommandInfo> commands{
    {"", "[WORDS...]", {"探す。", "Search."}, {}},
    {"show", "ID", {"示す。", "Show."}, {"一件を示す。\n  tool show a-b", "One.\n  tool show a-b"}}};
const std::vector<OptionInfo> options{
    {"office", 'o', "NAME", true, "search", {"課で絞り込む。", "Of this office."}},
    {"order", 0, "a|b", false, "search", {"順。", "Order."}},
    {"json", 0, "", false, "search show", {".json で出力する。", ".json"}},
};
const std::vector<OptionGroup> groups{{"office", {"絞り込み", "Filters"}}, {"json", {"出力", "Output"}}};
const std::vector<Section> sections{{{"例", "Examples"}, {"長い説明の文。\n  tool '.x'", "A text.\n  tool '.x'"}}};
const Program program{"tool", {"試しの道具", "a tool"}, commands, options, groups, sections};

std::string help_on(const std::vector<std::string>& arguments, Lang lang, std::size_t width = 80) {
  return help(program, parse_command_line(program, arguments), lang, width);
}

TEST_CASE("help is a short manual") {
  CHECK(help_on({}, Lang::ja) ==
        "tool - 試しの道具\n"
        "\n"
        "使い方\n"
        "  tool [検索語...]            探す。\n"
        "  tool show ID                示す。\n"
        "\n"
        "絞り込み\n"
        "  -o, --office 名前           課で絞り込む。\n"
        "      --order a|b             順。\n"
        "\n"
        "出力\n"
        "      --json                  .json で出力する。\n"
        "\n"
        "例\n"
        "  長い説明の文。\n"
        "    tool '.x'\n");
}

TEST_CASE("help on a command is of that command alone") {
  const std::string show = help_on({"show"}, Lang::en);
  CHECK(show.find("tool show ID") != std::string::npos);
  CHECK(show.find("  One.\n    tool show a-b\n") != std::string::npos);
  CHECK(show.find("--json") != std::string::npos);
  for (const char* other : {"--office", "Filters", "Examples", "WORDS"}) CHECK(show.find(other) == std::string::npos);
}

TEST_CASE("help fits the terminal") {
  std::istringstream lines(help_on({}, Lang::ja, 40));
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 40);
}

TEST_CASE("the manual page has it all, in roff") {
  const std::string page = manual_page(program, Lang::ja);
  CHECK(page.find(".SH 名前\ntool \\- 試しの道具\n") != std::string::npos);
  CHECK(page.find(".SS 絞り込み\n.TP\n\\fB\\-o, \\-\\-office 名前\\fR\n") != std::string::npos);
  CHECK(page.find("\\&.json で\\:出\\:力\\:す\\:る。\n") != std::string::npos);  // no command; broken where Japanese is
  CHECK(page.find(".RS 4\n.nf\ntool '.x'\n.fi\n.RE\n") != std::string::npos);
  CHECK(manual_page(program, Lang::en).find(".SH OPTIONS\n") != std::string::npos);
}

}  // namespace
}  // namespace chiho
