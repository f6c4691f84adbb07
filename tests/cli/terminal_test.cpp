// What people see on a terminal, which script(1) plays here.
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "program.hpp"

namespace chiho::test {
namespace {

// What a terminal of this size shows. `script` ends lines as terminals do.
std::string on_terminal(int columns, int rows, const std::string& command, const std::string& variables = "") {
  const TemporaryFolder folder;
  folder.write("command", "stty cols " + std::to_string(columns) + " rows " + std::to_string(rows) + "\n" + command);
  const Outcome outcome = run_script("export TERM=xterm CHIHO_DB=" + digest_index().string() + " " + variables +
                                         "\nscript -qec 'bash ./command' /dev/null",
                                     folder.path());
  std::string shown = outcome.out;
  std::erase(shown, '\r');
  return shown;
}

std::size_t letters(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

TEST_CASE("lines keep to the terminal, in colour") {
  for (const int columns : {80, 40}) {
    const std::string shown = on_terminal(columns, 500, "chiho-search 無償資金協力 水道 -n 1");
    CHECK(shown.find("\x1b[1;33m上水道\x1b[0m") != std::string::npos);
    CHECK(shown.find("【") == std::string::npos);
    std::istringstream lines(on_terminal(columns, 500, "chiho-search 無償資金協力 水道 -n 1 --color never"));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(letters(line) <= static_cast<std::size_t>(columns));
    }
  }
}

TEST_CASE("colour is for terminals, unless it is asked for or unwanted") {
  CHECK(on_terminal(80, 500, "chiho-search 水道 -n 1", "NO_COLOR=1").find('\x1b') == std::string::npos);
  CHECK(on_terminal(80, 500, "chiho-search 水道 -n 1 | command cat").find('\x1b') == std::string::npos);
  CHECK(on_terminal(80, 500, "chiho-search 水道 -n 1 --color always | command cat").find('\x1b') != std::string::npos);
}

TEST_CASE("what does not fit on the screen goes through the pager, whose end is not an error") {
  const std::string pager = "PAGER='sed s/^/PAGED/'";
  const auto shown = [&](int rows, const std::string& command, const std::string& variables) {
    return on_terminal(80, rows, command, variables);
  };
  CHECK(shown(10, "chiho-search 水道", pager).starts_with("PAGED"));
  CHECK(shown(10, "chiho-search --help", pager).starts_with("PAGED"));
  CHECK(shown(10, "chiho-search 水道; echo code $?", "PAGER=true").find("code 0") != std::string::npos);
  CHECK(shown(10, "chiho-search 海外 -n 1000; echo code $?", "PAGER='head -1'").find("code 0") != std::string::npos);
  CHECK(shown(500, "chiho-search 水道", pager).find("PAGED") == std::string::npos);
  CHECK(shown(10, "chiho-search 水道 | command cat", pager).find("PAGED") == std::string::npos);
  CHECK(shown(10, "chiho-search 水道 --json", pager).find("PAGED") == std::string::npos);
  for (const char* none : {"PAGER=", "PAGER=cat", "PAGER=/nowhere/pager"}) {
    CAPTURE(none);
    CHECK(shown(10, "chiho-search 水道", none).find("p.17") != std::string::npos);
  }
}

}  // namespace
}  // namespace chiho::test
