// What an import did with every line, where a librarian finds it.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "program.hpp"

namespace chiho::test {
namespace {

const std::string card = "港の見学会\n\n港を歩く会です。\n\n連絡先\n\n港湾課\n\n主な対象\n\n企業\n\n事業例 次の頁\n";

Outcome import(const TemporaryFolder& folder, const std::filesystem::path& text, std::vector<std::string> more) {
  std::vector<std::string> arguments{"import",  text.string(), "--edition",
                                     "2021-04", "--output",    (folder.path() / "edition").string(),
                                     "--lang",  "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run("chiho-index", arguments);
}

TEST_CASE("an import sums up its lines, and writes which they are beside the records") {
  const TemporaryFolder folder;
  const Outcome imported = import(folder, folder.write("brochure.txt", card), {});
  CHECK(imported.exit_code == 0);
  CHECK(imported.out.find("7 lines that are not blank: 0 ignored, 1 in no record") != std::string::npos);
  std::ifstream in(folder.path() / "edition" / "import-report.txt");
  const std::string report{std::istreambuf_iterator<char>(in), {}};
  CHECK(report.find("(to review): 1\n13\t事業例 次の頁\n") != std::string::npos);
}

TEST_CASE("several files are one brochure, its lines counted on") {
  const TemporaryFolder folder;
  const std::size_t cut = card.find("事業例");
  const auto further = folder.write("2.txt", card.substr(cut));
  const Outcome imported = import(folder, folder.write("1.txt", card.substr(0, cut)), {further.string()});
  CHECK(imported.exit_code == 0);
  CHECK(imported.out.find("7 lines that are not blank: 0 ignored, 1 in no record") != std::string::npos);
  const Outcome check = run("chiho-index", {"check", (folder.path() / "edition").string(), "--lang", "en"});
  CHECK(check.out.find("行 13 ") != std::string::npos);
}

TEST_CASE("check reads past the report, and lists the line that no record has") {
  const TemporaryFolder folder;
  import(folder, folder.write("brochure.txt", card), {});
  const Outcome check = run("chiho-index", {"check", (folder.path() / "edition").string(), "--lang", "en"});
  CHECK(check.err.find("import-report") == std::string::npos);
  CHECK(check.out.find("行 13 ") != std::string::npos);
}

TEST_CASE("the encoding that is named is the one that is read") {
  const TemporaryFolder folder;
  const std::string sjis =  // 港の見学会, 連絡先, 港湾課
      "\x8D\x60\x82\xCC\x8C\xA9\x8A\x77\x89\xEF\n\n\x98\x41\x97\x8D\x90\xE6\n\n\x8D\x60\x98\x70\x89\xDB\n";
  const auto text = folder.write("brochure.txt", sjis);
  const Outcome wrong = import(folder, text, {"--encoding", "EUC-JP"});
  CHECK(wrong.exit_code == 4);
  CHECK(wrong.err.find("--encoding") != std::string::npos);
  CHECK(import(folder, text, {"--encoding", "Shift_JIS"}).exit_code == 0);
}

}  // namespace
}  // namespace chiho::test
