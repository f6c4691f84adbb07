// chiho-index import of a PDF that cannot be read: what is wrong, and what to do.
#include <doctest/doctest.h>

#include "program.hpp"

namespace chiho::test {
namespace {

Outcome import(const TemporaryFolder& folder, const std::string& bytes, std::vector<std::string> more = {}) {
  const std::string file = folder.write("brochure.pdf", bytes).string();
  std::vector<std::string> arguments{"import", file, "--edition", "2018-07", "-o", (folder.path() / "out").string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run("chiho-index", arguments);
}

TEST_CASE("a damaged PDF is refused by its name, and nothing is written") {
  const TemporaryFolder folder;
  const Outcome outcome = import(folder, "%PDF-1.7\nno PDF at all\n");
  CHECK(outcome.exit_code == 4);
  CHECK(outcome.err.find("brochure.pdf: PDF として読めません") != std::string::npos);
  CHECK(outcome.err.find("qpdf") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST_CASE("a PDF has no encoding to name") {
  const TemporaryFolder folder;
  CHECK(import(folder, "%PDF-1.7\n", {"--encoding", "CP932"}).exit_code == 2);
}

}  // namespace
}  // namespace chiho::test
