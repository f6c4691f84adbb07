#include "query/generation.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "error/error.hpp"
#include "temporary_folder.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

const Generation first{1, 5, checksum("first"), {}};
const ShardFile north{checksum("what north is of"), 5, checksum("north")};
const ShardFile south{checksum("what south is of"), 5, checksum("south")};
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
  db.write(north.file_name(), "north");
  CHECK_THROWS_AS(check_generation(db.path(), sharded.current, false), Error);  // one is not there
  db.write(south.file_name(), "south");
  check_generation(db.path(), sharded.current, true);
  db.write(south.file_name(), "sou7h");
  check_generation(db.path(), sharded.current, false);
  CHECK_THROWS_AS(check_generation(db.path(), sharded.current, true), Error);
}

}  // namespace
}  // namespace chiho
