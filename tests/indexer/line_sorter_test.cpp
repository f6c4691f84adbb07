#include "indexer/line_sorter.hpp"

#include <doctest/doctest.h>

#include <set>

#include "error/error.hpp"
#include "indexer/seen_hashes.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;
namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

namespace {

Lines merged(const std::vector<const LineSorter*>& sorters) {
  Lines lines;
  LineSorter::merge(sorters, [&](std::string_view line) { lines.emplace_back(line); });
  return lines;
}

}  // namespace

TEST_CASE("lines come out sorted by their bytes, each once") {
  const TemporaryFolder folder;
  LineSorter one(folder.path() / "one");
  LineSorter other(folder.path() / "other");
  for (const char* line : {"水", "ア\t亜", "", "ア\t亜", "アイ\t愛"}) one.add(line);
  for (const char* line : {"ア\t阿", "水", "a"}) other.add(line);
  CHECK(merged({&one, &other}) == Lines{"", "a", "ア\t亜", "ア\t阿", "アイ\t愛", "水"});
  CHECK(merged({&other, &one}) == merged({&one, &other}));
  CHECK(merged({}).empty());
}

TEST_CASE("what memory does not hold goes to files, and those go with the sorter") {
  const TemporaryFolder folder;
  std::set<std::string> expected;
  {
    LineSorter one(folder.path() / "one", 1000);
    LineSorter other(folder.path() / "other", 1000);
    for (int i = 0; i < 3000; ++i) {
      const std::string line = std::to_string(i * 7919 % 1000);
      expected.insert(line);
      (i % 3 == 0 ? one : other).add(line);
    }
    CHECK(one.runs().size() > 2);
    CHECK(fs::exists(other.runs().front()));
    CHECK(merged({&one, &other}) == Lines(expected.begin(), expected.end()));
  }
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("where files cannot be written the user is told") {
  LineSorter sorter("/nonexistent/lines", 10);
  CHECK_THROWS_AS(sorter.add("something longer"), Error);
}

TEST_CASE("a hash is new once, until all are forgotten") {
  SeenHashes seen;
  for (std::uint64_t i = 0; i < 100'000; ++i) REQUIRE(seen.insert(i * 0x9E3779B97F4A7C15U));
  for (std::uint64_t i = 0; i < 100'000; ++i) REQUIRE_FALSE(seen.insert(i * 0x9E3779B97F4A7C15U));
  SeenHashes few(1024);
  std::size_t news = 0;
  for (int round = 0; round < 4; ++round)
    for (std::uint64_t i = 1; i <= 600; ++i) news += few.insert(i) ? 1 : 0;
  CHECK(news > 600);
  CHECK(news <= 2400);
}
