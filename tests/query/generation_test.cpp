#include "query/index/generation.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bytes/checksum.hpp"
#include "error/error.hpp"
#include "temporary_folder.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

const Generation first{1, 5, checksum("first"), {}};
const ShardFile north{"000001-1.glass", checksum("what north is of"), 5, checksum("north")};
const ShardFile south{"000002-2.glass", checksum("what south is of"), 5, checksum("south")};
const Generations one{first, std::nullopt};
const Generations two{{2, 6, checksum("second"), {}}, first};
const Generations sharded{{2, 6, checksum("second"), {north, south}}, Generation{1, 5, checksum("first"), {north}}};

TEST_CASE("what current names is read back") {
  const test::TemporaryFolder db;
  CHECK_FALSE(read_generations(db.path()));
  for (const Generations& generations : {one, two, sharded}) {
    db.write(current_file, to_text(generations));
    CHECK(read_generations(db.path()) == generations);
  }
}

TEST_CASE("files of an index are known by their names") {
  using Name = std::pair<const char*, std::optional<std::uint32_t>>;
  for (const Name& name :
       {Name{"000001.glass", 1}, Name{"000012-3.glass", 12}, Name{"1000000.glass", 1000000}, Name{"current", {}},
        Name{"1.glass", {}}, Name{"000001-.glass", {}}, Name{"../000001-1.glass", {}}, Name{"000001.glass.old", {}}}) {
    CAPTURE(name.first);
    CHECK(generation_of_file(name.first) == name.second);
  }
  CHECK(generation_of_file(first.file_name()) == 1);
  CHECK(generation_of_file(shard_file_name(7, 2)) == 7);
}

TEST_CASE("any changed byte of current is damage") {
  const test::TemporaryFolder db;
  const std::string text = to_text(sharded);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    db.write(current_file, changed);
    CAPTURE(i);
    CHECK_THROWS_AS(read_generations(db.path()), Error);
  }
  db.write(current_file, text + "\n");
  CHECK_THROWS_AS(read_generations(db.path()), Error);
  db.write(current_file, text.substr(0, text.size() - 1));
  CHECK_THROWS_AS(read_generations(db.path()), Error);
}

TEST_CASE("a generation's file is known by size, and whole by checksum") {
  const test::TemporaryFolder db;
  const Generation generation = one.current;
  CHECK_THROWS_AS(check_generation(db.path(), generation, false), Error);  // not there
  db.write(generation.file_name(), "first");
  check_generation(db.path(), generation, true);
  db.write(generation.file_name(), "fir5t");
  check_generation(db.path(), generation, false);
  CHECK_THROWS_AS(check_generation(db.path(), generation, true), Error);
  db.write(generation.file_name(), "firs");
  CHECK_THROWS_AS(check_generation(db.path(), generation, false), Error);
}

TEST_CASE("and so are its shards") {
  const test::TemporaryFolder db;
  db.write(sharded.current.file_name(), "second");
  db.write(north.name, "north");
  CHECK_THROWS_AS(check_generation(db.path(), sharded.current, false), Error);  // one is not there
  db.write(south.name, "south");
  check_generation(db.path(), sharded.current, true);
  db.write(south.name, "sou7h");
  check_generation(db.path(), sharded.current, false);
  CHECK_THROWS_AS(check_generation(db.path(), sharded.current, true), Error);
}

}  // namespace
}  // namespace chiho
