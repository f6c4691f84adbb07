// tests/cli/sessions: whole command lines and what they print, to be read as documentation. A line "$ …" is run, in
// bash, on the index of corpus/2018-07; up to the next one stands what comes out (errors too), then "[n]" if the exit
// code is n and not 0. Lines that begin with "# " tell the reader what is going on.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "program.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;

struct Step {
  std::string typed;
  std::string printed;
};

void trim(std::string& text) {
  while (text.ends_with("\n\n")) text.pop_back();
}

std::vector<Step> steps_of(const fs::path& file) {
  std::vector<Step> steps;
  std::istringstream lines(contents_of(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("$ "))
      steps.push_back({line.substr(2), ""});
    else if (!line.starts_with("# ") && !steps.empty())
      steps.back().printed += line + "\n";
  }
  for (Step& step : steps) trim(step.printed);
  return steps;
}

TEST_CASE("the sessions go as they are told") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(CHIHO_SOURCE_DIR "/tests/cli/sessions"))
    files.push_back(entry.path());
  std::ranges::sort(files);
  REQUIRE(files.size() > 3);
  for (const fs::path& file : files) {
    const TemporaryFolder folder;
    for (const Step& step : steps_of(file)) {
      INFO(file.filename().string() << ": $ " << step.typed);
      const std::string script = "export CHIHO_DB=" + digest_index().string() + "\nexec 2>&1\n" + step.typed +
                                 "\ncode=$?\n[[ $code = 0 ]] || echo \"[$code]\"";
      std::string printed = run_script(script, folder.path()).out;
      for (std::size_t cr = printed.find('\r'); cr != std::string::npos; cr = printed.find('\r')) printed.erase(cr, 1);
      trim(printed);
      CHECK(printed == (step.printed == "\n" ? "" : step.printed));
    }
  }
}

}  // namespace
}  // namespace chiho::test
