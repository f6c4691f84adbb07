// What the librarian is told of an edition folder.
#include <doctest/doctest.h>

#include <string>

#include "../indexer/invented_brochure.hpp"
#include "program.hpp"

namespace chiho::test {
namespace {

std::filesystem::path small_edition(const TemporaryFolder& folder) {
  folder.write("e/edition.toml",
               "id = \"2020-01\"\nseries = \"見本\"\ndate = \"2020-01\"\ntitle = \"見本\"\npages = [1, 9]\n"
               "contact = \"窓口\"\n");
  folder.write("e/offices.toml", "[[office]]\nid = \"window\"\nname = \"窓口\"\npage = 9\n");
  folder.write("e/schemes/water.toml",
               "title = \"水道\"\npage = 1\nreview = [\"要確認: 行 3 題名\", \"年を確かめること\"]\n");
  return folder.path() / "e";
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++times;
  return times;
}

// The number after the first such words.
int number_after(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string::npos);
  return std::stoi(text.substr(at + words.size()));
}

TEST_CASE("what is to be reviewed is listed, marked once") {
  const TemporaryFolder folder;
  const std::string edition = small_edition(folder).string();
  const Outcome ja = run("chiho-index", {"check", edition});
  CHECK(ja.exit_code == 0);
  CHECK(ja.out == edition + "/schemes/water.toml:3:11: 要確認: 行 3 題名\n" + edition +
                      "/schemes/water.toml:3:26: 要確認: 年を確かめること\n" + edition + ": 2件、誤り0、要確認2\n");
  const Outcome en = run("chiho-index", {"check", edition, "--lang", "en"});
  CHECK(count(en.out, "to review: ") == 2);
  CHECK(count(en.out, "要確認") == 0);
}

TEST_CASE("a fault has its place, and exit 4") {
  const TemporaryFolder folder;
  const std::string edition = small_edition(folder).string();
  folder.write("e/schemes/road.toml", "title = \"道路\npage = 1\n");
  const Outcome checked = run("chiho-index", {"check", edition});
  CHECK(checked.exit_code == 4);
  CHECK(checked.err == edition + "/schemes/road.toml:1:12: 文字列の引用符 \" が閉じていません\n");
}

TEST_CASE("import and check count the same notes") {
  const TemporaryFolder folder;
  const std::string edition = (folder.path() / "e").string();
  const std::string brochure = folder.write("brochure.txt", std::string(import_test::invented_brochure)).string();
  const Outcome imported = run("chiho-index", {"import", brochure, "--edition", "2021-04", "-o", edition});
  REQUIRE(imported.exit_code == 0);
  const Outcome checked = run("chiho-index", {"check", edition});
  CHECK(number_after(imported.out, "（要確認 ") == number_after(checked.out, "、要確認"));
  CHECK(number_after(checked.out, "、要確認") == static_cast<int>(count(checked.out, "要確認: ")));
}

}  // namespace
}  // namespace chiho::test
