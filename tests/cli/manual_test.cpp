// Help and manual pages against each other and against what the programs take.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "program.hpp"

namespace chiho::test {
namespace {

using Names = std::set<std::string>;

Names found(const std::string& text, const std::string& pattern) {
  Names names;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) names.insert((*at)[1]);
  return names;
}

Names options_of_help(const std::string& help) {
  return found(help, "\n  (?:-., |    )--([a-z-]+)");
}

Names options_of_page(std::string page) {
  page = std::regex_replace(page, std::regex("\\\\-"), "-");
  return found(page, "\n\\\\fB(?:-., )?--([a-z-]+)");
}

std::string output(const std::string& program, const std::vector<std::string>& arguments) {
  const Outcome outcome = run(program, arguments);
  CHECK(outcome.exit_code == 0);
  return outcome.out;
}

// The options of the contract, which scripts rely on.
const Names promised{"office", "audience", "scheme", "year",     "need",   "type",   "page",    "edition",    "match",
                     "limit",  "offset",   "sort",   "synonyms", "format", "fields", "bom",     "facets",     "explain",
                     "color",  "lang",     "db",     "batch",    "json",   "help",   "version", "no-synonyms"};

TEST_CASE("help and manual pages name the same options, in both languages") {
  for (const char* program : {"chiho-search", "chiho-index"}) {
    CAPTURE(program);
    const Names known = options_of_help(output(program, {"--help", "--lang", "ja"}));
    CHECK(known.size() > 5);
    CHECK(options_of_help(output(program, {"--help", "--lang", "en"})) == known);
    CHECK(options_of_page(output(program, {"__manual", "ja"})) == known);
    CHECK(options_of_page(output(program, {"__manual", "en"})) == known);
  }
  const Names known = options_of_help(output("chiho-search", {"--help"}));
  CHECK(std::ranges::includes(known, promised));
}

TEST_CASE("every option of the manual is one that the program takes") {
  for (const auto& option : options_of_page(output("chiho-search", {"__manual", "en"}))) {
    CAPTURE(option);
    const Outcome outcome = run("chiho-search", {"--" + option + "=", "--help"}, {{"LANG", "en_US.UTF-8"}});
    CHECK(outcome.err.find("unknown option") == std::string::npos);
  }
}

TEST_CASE("the manual that is installed is the one that the program would write") {
  const std::string share = CHIHO_BIN_DIR "/../share/";
  CHECK(contents_of(share + "man/man1/chiho-search.1") == output("chiho-search", {"__manual", "en"}));
  CHECK(contents_of(share + "man/ja/man1/chiho-search.1") == output("chiho-search", {"__manual", "ja"}));
  CHECK(contents_of(share + "man/ja/man1/chiho-index.1") == output("chiho-index", {"__manual", "ja"}));
  CHECK(contents_of(share + "bash-completion/completions/chiho-search") ==
        output("chiho-search", {"completion", "bash"}));
}

TEST_CASE("the English manual is in English, the Japanese one in Japanese") {
  const auto kana = [](const std::string& text) { return text.find("\xE3\x81\xAE") != std::string::npos; };  // の
  for (const char* program : {"chiho-search", "chiho-index"}) {
    CHECK(kana(output(program, {"__manual", "ja"})));
    CHECK(kana(output(program, {"--help", "--lang=ja"})));
    std::istringstream english(output(program, {"--help", "--lang=en"}));
    for (std::string line; std::getline(english, line);) {
      CAPTURE(line);
      CHECK((!kana(line) || line.find("chiho-search ") != std::string::npos));  // examples aside
    }
  }
}

}  // namespace
}  // namespace chiho::test
