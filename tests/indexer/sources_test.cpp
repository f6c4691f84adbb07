// Several sources, read as one stream of records.
#include "indexer/sources.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "error/error.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
namespace fs = std::filesystem;

namespace {

struct Told {
  std::vector<std::string> ids;
  Sources sources;
};

Told read(const std::vector<fs::path>& paths) {
  Told told;
  told.sources = read_sources(find_sources(paths), [&](Record&& record) { told.ids.push_back(std::move(record.id)); });
  return told;
}

std::string lines(std::size_t first, std::size_t last) {
  std::string all;
  for (std::size_t i = first; i <= last; ++i) all += fmt::format(R"({{"id":"r{}","text":"港"}})", i) + "\n";
  return all;
}

}  // namespace

TEST_CASE("sources are read in their order, and their records counted") {
  const test::TemporaryFolder folder;
  const Told told = read({folder.write("b.jsonl", lines(1, 2)), folder.write("a.jsonl", lines(3, 3))});
  CHECK(told.ids == std::vector<std::string>{"r1", "r2", "r3"});
  CHECK(told.sources.faults.empty());
  REQUIRE(told.sources.sources.size() == 2);
  CHECK(told.sources.sources[0].records == 2);
  CHECK(told.sources.sources[1].records == 1);
}

TEST_CASE("an id that stands in two sources is a fault of the second; of very many only the number is told") {
  const test::TemporaryFolder folder;
  const fs::path first = folder.write("first.jsonl", lines(1, 2000));
  const auto few = read({first, folder.write("few.jsonl", lines(2000, 2001))}).sources.faults;
  REQUIRE(few.size() == 1);
  CHECK(few.front().file == folder.path() / "few.jsonl");
  CHECK(few.front().message.en == "the id stands in " + first.string() + " too: r2000");

  const auto many = read({first, folder.write("many.jsonl", lines(1, 1500))}).sources.faults;
  REQUIRE(many.size() == 1001);
  CHECK(many.back().message.en == "500 more ids stand in two");
}

TEST_CASE("who asks may stop before everything is read") {
  const test::TemporaryFolder folder;
  const fs::path file = folder.write("a.jsonl", lines(1, 1));
  const fs::path documents = folder.write("documents/a.txt", "港").parent_path();
  const auto stop = [] { throw Error(ErrorCode::interrupted, {"", ""}); };
  for (const fs::path& source : {file, documents, fs::path(CHIHO_SOURCE_DIR "/corpus/2018-07")}) {
    CAPTURE(source.string());
    CHECK_THROWS_AS(find_sources({source}, stop), Error);
  }
}

TEST_CASE("sources without a record are a fault, each") {
  const test::TemporaryFolder folder;
  const fs::path nothing = folder.write("nothing.jsonl", "\n");
  CHECK(read({nothing, folder.write("nothing too.jsonl", "")}).sources.faults.size() == 2);
  CHECK(read({nothing, folder.write("one.jsonl", lines(1, 1))}).sources.faults.empty());
}

TEST_CASE("a source is known by its bytes, before it is read") {
  const test::TemporaryFolder folder;
  const fs::path file = folder.write("a.jsonl", lines(1, 1));
  const fs::path documents = folder.write("documents/a.txt", "港").parent_path();
  const auto before = find_sources({file, documents});
  CHECK(find_sources({file, documents}) == before);
  folder.write("a.jsonl", lines(2, 2));
  folder.write("documents/a.txt", "船");
  const auto after = find_sources({file, documents});
  for (const std::size_t i : {0U, 1U}) {
    CHECK(after[i].path == before[i].path);
    CHECK(after[i].checksum != before[i].checksum);
  }
  CHECK_THROWS_AS(find_sources({folder.path() / "none"}), Error);
  CHECK_THROWS_AS(find_sources({file, folder.path() / "documents" / ".." / "a.jsonl"}), Error);
}
