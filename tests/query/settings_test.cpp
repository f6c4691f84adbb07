#include "query/program/settings.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "error/error.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

const std::vector<OptionInfo> options{
    {"db", 0, "DB", false, "*", {"索引", "index"}},
    {"lang", 0, "ja|en", false, "*", {"言語", "language"}},
    {"limit", 'n', "N", false, "*", {"件数", "limit"}},
};
const Program program{"tool", {"試し", "a test"}, {}, options};

// What a file of these lines settles, or the message with which it is refused.
class File {
 public:
  explicit File(const std::string& lines) : path_(fs::temp_directory_path() / "chiho-settings-test.toml") {
    std::ofstream(path_, std::ios::binary) << lines;
  }
  ~File() { fs::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] Settings read() const { return read_settings(path_, program); }
  [[nodiscard]] std::string refusal() const {
    try {
      static_cast<void>(read());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      return error.message().en;
    }
    return "";
  }

 private:
  fs::path path_;
};

TEST_CASE("settings are options by their names") {
  CHECK(File("db = \"/srv/index\"\nlimit = 20\nlang = 'en'\n").read() ==
        Settings{{"db", "/srv/index"}, {"lang", "en"}, {"limit", "20"}});
  CHECK(File("").read().empty());
  CHECK(File("color = \"never\"\n").read().empty());  // an option of the other program
  CHECK(read_settings("/nowhere/config.toml", program).empty());
  CHECK(read_settings("", program).empty());
}

TEST_CASE("what a settings file gets wrong is said with its place, all of it at once") {
  struct Example {
    std::string lines;
    std::vector<std::string> said;
  };
  const std::vector<Example> examples{
      {"# mine\nlimit = -1\n", {"test.toml:2:1: --limit: cannot be \"-1\". A whole number from 0"}},
      {"lang = \"fr\"\n", {":1:1: --lang: cannot be \"fr\". One of ja, en."}},
      {"limits = 3\n", {":1:1: no setting \"limits\"", "did you mean \"limit\"?"}},
      {"db = true\n", {":1:1: db: not a string or number"}},
      {"db = \"a\"\n\nlang = \n", {":3:"}},
      {"lang = \"x\"\nlimit = \"y\"\n", {":1:1: --lang", ":2:1: --limit"}},
      {"[limit]\nx = 1\n", {":1:2: limit: not a string or number"}},
      {"db = \"\xFF\"\n", {":1:7: not UTF-8"}},
  };
  for (const auto& example : examples) {
    const std::string refusal = File(example.lines).refusal();
    CAPTURE(example.lines);
    CAPTURE(refusal);
    for (const auto& said : example.said) CHECK(refusal.find(said) != std::string::npos);
  }
}

}  // namespace
}  // namespace chiho
