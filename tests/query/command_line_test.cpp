#include "query/program/command_line.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "error/error.hpp"

namespace chiho {
namespace {

const std::vector<CommandInfo> commands{{"", "[words]", {"探す", "search"}}, {"show", "ID", {"示す", "show"}}};
const std::vector<OptionInfo> options{
    {"office", 'o', "NAME", true, "search", {"課", "office"}},
    {"limit", 'n', "N", false, "search", {"件数", "limit"}},
    {"page", 0, "N", false, "search", {"頁", "page"}, 1},
    {"sort", 0, "title|page", false, "search", {"順", "order"}},
    {"type", 0, "book|map", true, "search", {"種類", "type"}},
    {"edition", 0, "ID|all", false, "search", {"版", "edition"}},
    {"json", 0, "", false, "search show", {"JSON", "JSON"}},
};
const Program program{"tool", {"試し", "a test"}, commands, options};

using Words = std::vector<std::string>;

TEST_CASE("arguments are a command, options and words") {
  struct Example {
    Words typed;
    std::string command;
    Words words;
    Words offices;
  };
  const std::vector<Example> examples{
      {{"水道", "無償"}, "", {"水道", "無償"}, {}},
      {{"show", "x"}, "show", {"x"}, {}},
      {{"--json", "show", "x"}, "show", {"x"}, {}},
      {{"水道", "show"}, "", {"水道", "show"}, {}},                // only the first names a command
      {{"--", "show", "-n"}, "", {"show", "-n"}, {}},              // nothing does after --
      {{"水道", "-カンボジア"}, "", {"水道", "-カンボジア"}, {}},  // an exclusion, not an option
      {{"水道", "-ODA", "-\"a b\"", "-office:人事課"}, "", {"水道", "-ODA", "-\"a b\"", "-office:人事課"}, {}},
      {{"-o人事課"}, "", {}, {"人事課"}},
      {{"-o", "人事課", "研修", "--office=儀典"}, "", {"研修"}, {"人事課", "儀典"}},
      {{"-o", "!人事課"}, "", {}, {"!人事課"}},
      {{}, "", {}, {}},
  };
  for (const auto& example : examples) {
    const CommandLine line = parse_command_line(program, example.typed);
    CHECK(line.command == example.command);
    CHECK(line.arguments == example.words);
    CHECK(line.values("office") == example.offices);
  }
}

TEST_CASE("the last of an option that does not repeat counts") {
  CHECK(parse_command_line(program, {"-n", "5", "-n", "7"}).number("limit") == 7);
  CHECK_FALSE(parse_command_line(program, {}).number("limit"));
}

TEST_CASE("what is wrong with a command line is said, with a hint") {
  const std::vector<Words> wrong{{"--offise", "x"}, {"-x"}, {"--limit"}, {"show", "--limit", "3", "x"}};
  for (const auto& typed : wrong) {
    CAPTURE(typed.front());
    try {
      parse_command_line(program, typed);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_FALSE(error.hint().ja.empty());
      CHECK_FALSE(error.hint().en.empty());
    }
  }
  try {
    parse_command_line(program, {"--offise", "x"});
  } catch (const Error& error) {
    CHECK(error.hint().en.find("--office") != std::string::npos);
  }
}

TEST_CASE("a value that its option cannot take is refused by the option's name, with what would be right") {
  struct Example {
    Words typed;
    std::string message;
    std::string hint;
  };
  std::vector<Example> examples{
      {{"--page"}, "--page lacks its value", "Write --page N."},
      {{"--limit="}, "--limit lacks its value", "Write --limit N."},
      {{"--json=yes"}, "--json takes no value", "--help"},
      {{"--page", "0"}, "--page: cannot be \"0\"", "from 1 to"},
      {{"--sort", "year"}, "--sort: cannot be \"year\"", "One of title, page."},
      {{"--sort", "!page"}, "--sort: cannot be \"!page\"", "One of title, page."},
      {{"--type", "map", "--type", "film"}, "--type: cannot be \"film\"", "One of book, map."},
  };
  for (const std::string bad : {"x", "3x", "-1", "1000001", "99999999999999999999", "1.5", " 1"})
    examples.push_back({{"--limit=" + bad}, "--limit: cannot be \"" + bad + "\"", "A whole number from 0 to 1000000."});
  for (const auto& example : examples) {
    CAPTURE(example.message);
    try {
      parse_command_line(program, example.typed);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK(error.message().en == example.message);
      CHECK(error.hint().en.find(example.hint) != std::string::npos);
    }
  }
  const CommandLine good = parse_command_line(program, {"--page=1", "--sort=page", "--type=!map", "--edition=2018-07"});
  CHECK(good.number("page") == 1);
  CHECK(good.values("type") == Words{"!map"});
}

}  // namespace
}  // namespace chiho
