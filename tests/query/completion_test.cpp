#include "query/program/completion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "error/error.hpp"

namespace chiho {
namespace {

const std::vector<CommandInfo> commands{{"", "[WORDS...]", {"探す", "search"}},
                                        {"show", "ID", {"示す", "show a record"}},
                                        {"shells", "bash|zsh", {"殻", "a shell"}},
                                        {"compare", "[left|right] FILE...", {"比べる", "compare"}}};
const std::vector<OptionInfo> options{
    {"office", 'o', "NAME", true, "search", {"課", "office"}},
    {"order", 0, "title|page", false, "search", {"順", "order"}},
    {"db", 0, "DB", false, "*", {"索引", "index"}},
    {"words", 0, "FILE", false, "search", {"語", "words"}},
    {"json", 0, "", false, "search show", {"JSON", "as JSON"}},
};

std::vector<Candidate> known(std::string_view what, const CommandLine& line, Lang) {
  if (line.value("db") == "broken") throw Error(ErrorCode::index, {"壊れています", "broken"});
  if (what == "office") return {{"人事課", "3"}, {"儀典 室", "1"}, {"a\nb", "no word"}};
  if (what == "ID") return {{line.value("db", "none") + "/1", ""}};
  return {};
}

const Program program{"tool", {"試し", "a test"}, commands, options, {}, {}, known};

TEST_CASE("what may stand where one types is offered") {
  struct Example {
    std::vector<std::string> words;
    std::string offered;
  };
  const std::vector<Example> examples{
      {{}, ":words\nshow\tshow a record\nshells\ta shell\ncompare\tcompare\n"},
      {{"sho"}, ":words\nshow\tshow a record\n"},
      {{"水道", ""}, ":words\n"},  // a search: its words are the user's own
      {{"--o"}, ":words\n--office\toffice\n--order\torder\n"},
      {{"show", "--"}, ":words\n--db\tindex\n--json\tas JSON\n"},
      {{"-o", "人"}, ":words\n人事課\t3\n"},
      {{"--office", ""}, ":words\n人事課\t3\n儀典 室\t1\n"},
      {{"--office=儀"}, ":words\n--office=儀典 室\t1\n"},
      {{"--office", "=", "儀"}, ":words\n儀典 室\t1\n"},  // as bash cuts it
      {{"--office", "="}, ":words\n人事課\t3\n儀典 室\t1\n"},
      {{"-o", "!人"}, ":words\n!人事課\t3\n"},
      {{"--order", "p"}, ":words\npage\t\n"},
      {{"--words", "x"}, ":files\n"},
      {{"--db", ""}, ":folders\n"},
      {{"show", ""}, ":words\nnone/1\t\n"},
      {{"--db", "mine", "show", ""}, ":words\nmine/1\t\n"},
      {{"--db=mine", "show", "m"}, ":words\nmine/1\t\n"},
      {{"show", "x", ""}, ":words\n"},
      {{"shells", ""}, ":words\nbash\t\nzsh\t\n"},
      {{"compare", "l"}, ":words\nleft\t\n"},
      {{"compare", "left", ""}, ":files\n"},
      {{"compare", "left", "a", ""}, ":files\n"},
      {{"--json", "sh"}, ":words\nshow\tshow a record\nshells\ta shell\n"},
      {{"--", "-"}, ":words\n"},
      {{"--none", ""}, ":words\nshow\tshow a record\nshells\ta shell\ncompare\tcompare\n"},
      {{"--db", "broken", "--office", ""}, ":words\n"},
  };
  for (const auto& example : examples) {
    std::string typed;
    for (const auto& word : example.words) typed += word + " ";
    CAPTURE(typed);
    CHECK(completions(program, example.words, Lang::en) == example.offered);
  }
}

TEST_CASE("whatever is typed, the answer is well formed") {
  const auto seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  const std::vector<std::string> pieces{"-",  "--",   "=",  "!",    "o",  "office", "show",
                                        "人", "\xFF", "\n", "\x1b", "\t", ""};
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> words(random() % 5);
    for (auto& word : words)
      for (auto length = random() % 4; length > 0; --length) word += pieces[random() % pieces.size()];
    std::istringstream lines(completions(program, words, Lang::ja));
    std::string kind;
    std::getline(lines, kind);
    CHECK((kind == ":words" || kind == ":files" || kind == ":folders"));
    for (std::string line; std::getline(lines, line);) CHECK(std::ranges::count(line, '\t') == 1);
  }
}

TEST_CASE("there is a script for each of three shells") {
  for (const char* shell : {"bash", "zsh", "fish"})
    CHECK(completion_script(shell).value_or("").find("__complete") != std::string::npos);
  CHECK_FALSE(completion_script("tcsh"));
}

}  // namespace
}  // namespace chiho
