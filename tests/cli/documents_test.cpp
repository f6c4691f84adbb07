// An office's own documents beside a brochure: one build command, and they are found.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "program.hpp"

namespace chiho::test {
namespace {

nlohmann::json search(const std::filesystem::path& db, const std::string& query) {
  return nlohmann::json::parse(run("chiho-search", {query, "--json", "--db", db.string()}).out);
}

TEST_CASE("a folder of documents is built, and searched by word and by reading") {
  const TemporaryFolder folder;
  folder.write("docs/harbour.md", "# 灯台の修理\n\n灯台を直した事例です。\n");
  folder.write("docs/ashiya.txt", "芦屋の話\n\n蘆屋《ろおく》の港に船が来た。\n");
  const auto db = folder.path() / "db";
  const std::vector<std::string> build{"build", (folder.path() / "docs").string(), "--db", db.string()};
  REQUIRE(run("chiho-index", build).exit_code == 0);

  const auto lighthouse = search(db, "灯台");
  REQUIRE(lighthouse["total"] == 1);
  CHECK(lighthouse["hits"][0]["id"] == "harbour.md");
  CHECK(lighthouse["hits"][0]["type"] == "page");
  CHECK(lighthouse["hits"][0]["title"] == "灯台の修理");
  CHECK(lighthouse["hits"][0]["page"].is_null());

  for (const char* reading : {"ろおく", "ロオク", "rooku"}) {
    CAPTURE(reading);
    const auto read = search(db, reading);
    REQUIRE(read["total"] == 1);
    CHECK(read["hits"][0]["id"] == "ashiya.txt");
  }
  CHECK(run("chiho-index", build).out.find("変わりはありません") != std::string::npos);
  folder.write("docs/.hidden", "x");
  CHECK(run("chiho-index", build).out.find("変わりはありません") != std::string::npos);
  folder.write("docs/new.txt", "新しい港\n");
  CHECK(run("chiho-index", build).out.find("変わりはありません") == std::string::npos);

  const Outcome exported = run("chiho-index", {"export", db.string()});
  const auto again = folder.write("export.jsonl", exported.out).string();
  REQUIRE(run("chiho-index", {"build", again, "--db", (folder.path() / "db2").string()}).exit_code == 0);
  CHECK(search(folder.path() / "db2", "ロオク")["total"] == 1);
}

TEST_CASE("a build refuses documents that cannot be read, by their names") {
  const TemporaryFolder folder;
  folder.write("docs/good.txt", "港\n");
  folder.write("docs/bad.pdf", "%PDF-1.7\n");
  folder.write("docs/empty.pdf", "");
  const Outcome outcome =
      run("chiho-index", {"build", (folder.path() / "docs").string(), "--db", (folder.path() / "db").string()});
  CHECK(outcome.exit_code == 4);
  CHECK(outcome.err.find("bad.pdf:1:1: ") != std::string::npos);
  CHECK(outcome.err.find("empty.pdf:1:1: ") != std::string::npos);
}

TEST_CASE("a folder without documents is no source") {
  const TemporaryFolder folder;
  folder.write("docs/a.docx", "港\n");
  const Outcome outcome =
      run("chiho-index", {"build", (folder.path() / "docs").string(), "--db", (folder.path() / "db").string()});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err.find(".pdf") != std::string::npos);
}

}  // namespace
}  // namespace chiho::test
