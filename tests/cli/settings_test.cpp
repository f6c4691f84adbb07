// The settings file, and a machine where nothing is set.
#include <doctest/doctest.h>

#include <string>

#include "program.hpp"

namespace chiho::test {
namespace {

TEST_CASE("settings stand below the environment, and that below the command line") {
  const TemporaryFolder folder;
  const std::string config = folder.path().string();
  const std::string db = digest_index().string();
  const auto settle = [&](const std::string& lines) { folder.write("chiho-search/config.toml", lines); };
  const auto ask = [&](std::vector<std::string> arguments, Environment environment = {}) {
    environment.emplace("XDG_CONFIG_HOME", config);
    return run("chiho-search", arguments, environment);
  };
  settle("db = \"" + db + "\"\nlang = \"en\"\nlimit = 1\ncolor = \"always\"\n");
  const Outcome settled = ask({"泡盛"});
  CHECK(settled.exit_code == 0);
  CHECK(settled.out.find("p.20") != std::string::npos);
  CHECK(settled.out.find("\n2. ") == std::string::npos);
  CHECK(settled.out.find('\x1b') != std::string::npos);
  CHECK(settled.out.find("見つかり") == std::string::npos);
  CHECK(ask({"泡盛", "-n", "2", "--color", "never"}).out.find("\n2. ") != std::string::npos);
  CHECK(ask({"泡盛", "--color", "never"}).out.find('\x1b') == std::string::npos);
  CHECK(ask({"\"x"}, {{"LANG", "ja_JP.UTF-8"}}).err.find("unclosed quote") != std::string::npos);
  CHECK(ask({"\"x", "--lang", "ja"}).err.find("引用符") != std::string::npos);
  CHECK(ask({"泡盛"}, {{"CHIHO_DB", "/nowhere"}}).exit_code == 3);
  CHECK(ask({"泡盛", "--db", db}, {{"CHIHO_DB", "/nowhere"}}).exit_code == 0);
  CHECK(ask({"needs"}).exit_code == 0);  // which takes no limit

  settle("limit = \"many\"\ncolour = \"never\"\n");
  const Outcome refused = ask({"泡盛"}, {{"LANG", "en_US.UTF-8"}});
  CHECK(refused.exit_code == 2);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("config.toml:1:1: --limit") != std::string::npos);
  CHECK(refused.err.find("config.toml:2:1: no setting \"colour\"") != std::string::npos);
  CHECK(ask({"--help"}).exit_code == 0);
}

TEST_CASE("what makes the index reads the same settings, so that both mean one index") {
  const TemporaryFolder folder;
  const std::string db = (folder.path() / "mine").string();
  folder.write("chiho-search/config.toml", "db = \"" + db + "\"\nlimit = 1\n");
  const Environment settled{{"XDG_CONFIG_HOME", folder.path().string()}};
  CHECK(run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07"}, settled).exit_code == 0);
  CHECK(run("chiho-search", {"水道"}, settled).exit_code == 0);
  CHECK(run("chiho-search", {"水道", "--db", db}).exit_code == 0);
}

TEST_CASE("where HOME is not set, the index has to be named") {
  const TemporaryFolder folder;
  const Outcome lost = run_script("unset HOME; chiho-search 水道", folder.path());
  CHECK(lost.exit_code == 3);
  CHECK(lost.err.find("CHIHO_DB") != std::string::npos);
  CHECK(run_script("unset HOME; chiho-search 水道 --db " + digest_index().string(), folder.path()).exit_code == 0);
  CHECK(run_script("unset HOME; chiho-search --help", folder.path()).exit_code == 0);
}

}  // namespace
}  // namespace chiho::test
