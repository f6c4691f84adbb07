// Records come back from disk as they went there, or not at all.
#include "indexer/spool.hpp"

#include <doctest/doctest.h>

#include "corpus/jsonl.hpp"
#include "error/error.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
namespace fs = std::filesystem;

namespace {

Record record(const std::string& id, const std::string& text) {
  Record made;
  made.id = id;
  made.text = text;
  return made;
}

std::vector<std::string> ids(const Spool& spool, const SpoolRange& range) {
  std::vector<std::string> found;
  spool.read(range, [&](Record&& read) { found.push_back(read.id); });
  return found;
}

struct Filled {
  test::TemporaryFolder folder;
  fs::path file = folder.path() / "records";
  Spool spool{file};
  std::uint64_t second = 0;

  Filled() {
    spool.add(to_jsonl(record("a", "一行\n二行")));
    second = spool.end();
    spool.add(to_jsonl(record("b", "")));
    spool.finish();
  }
};

}  // namespace

TEST_CASE("a range of records, in order") {
  const Filled filled;
  CHECK(ids(filled.spool, {0, filled.spool.end()}) == std::vector<std::string>{"a", "b"});
  CHECK(ids(filled.spool, {filled.second, filled.spool.end()}) == std::vector<std::string>{"b"});
  CHECK(ids(filled.spool, {0, filled.second}) == std::vector<std::string>{"a"});
  CHECK(ids(filled.spool, {0, 0}).empty());
  std::vector<std::string> lines;
  filled.spool.read_lines({0, filled.second}, [&](std::string_view line) { lines.emplace_back(line); });
  CHECK(lines == std::vector<std::string>{to_jsonl(record("a", "一行\n二行"))});
}

TEST_CASE("a spool that was cut off, or is gone, is no spool of fewer records") {
  const Filled filled;
  const SpoolRange all{0, filled.spool.end()};
  fs::resize_file(filled.file, filled.spool.end() - 1);
  CHECK_THROWS_AS(ids(filled.spool, all), Error);
  fs::resize_file(filled.file, filled.second);
  CHECK_THROWS_AS(ids(filled.spool, all), Error);
  fs::remove(filled.file);
  CHECK_THROWS_AS(ids(filled.spool, all), Error);
}

TEST_CASE("where no file can be made there is no spool") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(Spool(folder.path() / "none" / "records"), Error);
}
