// Edition folders that nobody wrote in good faith.
#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "corpus/edition_folder.hpp"
#include "sound_edition.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using namespace std::string_literals;
using corpus_test::sound_edition;
using test::TemporaryFolder;
using Names = std::vector<std::string>;

TEST_CASE("what is no regular file, or too large, is refused") {
  const TemporaryFolder folder;
  for (const auto& [name, text] : sound_edition()) folder.write(name, text);
  folder.write("schemes/huge.toml", "title = \"" + std::string((std::size_t{8} << 20U) + 1, 'a') + "\"");
  std::filesystem::create_symlink("nowhere", folder.path() / "cases" / "dangling.toml");
  std::filesystem::create_symlink("/dev/zero", folder.path() / "cases" / "endless.toml");
  std::filesystem::create_directory(folder.path() / "cases" / "folder.toml");
  Names messages;
  for (const Fault& fault : read_edition_folder(folder.path()).faults) {
    messages.push_back(std::filesystem::path(fault.file).filename().string() + " " + fault.message.en);
  }
  CHECK(messages == Names{"dangling.toml not a regular file", "endless.toml not a regular file",
                          "folder.toml not a regular file", "huge.toml too large (a file has 8 MB at most)"});
}

TEST_CASE("nesting without end does no harm") {
  std::string dots = "a";
  for (int i = 0; i < 1'000'000; ++i) dots += ".a";
  std::string quoted = "\"\"";
  for (int i = 0; i < 100'000; ++i) quoted += " . ''";
  for (const std::string& text : {dots + " = 1\n", "[" + dots + "]\n", quoted + " = 1\n",
                                  "a = " + std::string(1'000'000, '['), "a = {a = {" + dots + " = 1}}\n"}) {
    const TemporaryFolder folder;
    for (const auto& [name, sound] : sound_edition()) folder.write(name, sound);
    folder.write("schemes/deep.toml", text);
    CHECK(read_edition_folder(folder.path()).faults.size() == 1);
  }
}

TEST_CASE("random bytes are faults, never worse") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const TemporaryFolder folder;
  for (const auto& [name, text] : sound_edition()) folder.write(name, text);
  const std::string letters = "[[]]{}\"\"'''=.,#\\\n\n\r \tabe019-:_+TZ\xE6\xB0\xB4\xFF\x1F"s + '\0';
  const Names names{"title", "page", "office = [", "\"\"\"", "[[office]]\n", "pages = [1, 2]\n"};
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (auto left = random() % 40; left > 0; --left) {
      if (random() % 8 == 0) {
        text += names[random() % names.size()];
      } else {
        text += letters[random() % letters.size()];
      }
    }
    for (const char* file : {"edition.toml", "offices.toml", "needs.toml", "schemes/water.toml", "cases/river.toml"}) {
      if (random() % 3 == 0) folder.write(file, text);
    }
    for (const Fault& fault : read_edition_folder(folder.path()).faults) CHECK_FALSE(fault.message.ja.empty());
  }
}
