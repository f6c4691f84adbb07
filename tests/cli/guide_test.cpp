// docs/GUIDE.md: its commands, run in a row.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "program.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;

const fs::path docs = CHIHO_SOURCE_DIR "/docs";

TEST_CASE("the guide says the same in both languages") {
  CHECK(commands_of(docs / "GUIDE.md") == commands_of(docs / "ja" / "GUIDE.md"));
}

TEST_CASE("every command of the guide finds something") {
  const TemporaryFolder folder;
  fs::copy(CHIHO_SOURCE_DIR "/corpus", folder.path() / "corpus", fs::copy_options::recursive);
  const Outcome done = run_script("set -ev\n" + commands_of(docs / "GUIDE.md"), folder.path());
  INFO(done.err);
  CHECK(done.exit_code == 0);
  for (const char* said : {"この索引には83件あります", "p.17", "【泡盛】", "JETプログラム", "03-5501-8087",
                           "03-5501-8491", "地方の魅力を世界へアピールしたい  p.2 p.3", "のうち5件目まで"}) {
    CAPTURE(said);
    CHECK(done.out.find(said) != std::string::npos);
  }
  CHECK(contents_of(folder.path() / "kaigai.csv").starts_with("\xEF\xBB\xBFtitle,page,contacts\r\n"));
  CHECK(nlohmann::json::accept(contents_of(folder.path() / "answer.json")));
}

}  // namespace
}  // namespace chiho::test
