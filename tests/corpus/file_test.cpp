#include "bytes/file.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "error/error.hpp"
#include "temporary_folder.hpp"

using namespace chiho;

TEST_CASE("a file is read whole, or as far as is wanted") {
  const test::TemporaryFolder folder;
  const std::string bytes = std::string(100'000, 'a') + std::string(1, '\0') + "水";
  std::ofstream(folder.path() / "file", std::ios::binary) << bytes;
  std::ofstream(folder.path() / "empty");
  CHECK(read_file(folder.path() / "file") == bytes);
  CHECK(read_file(folder.path() / "file", 70'000) == bytes.substr(0, 70'000));
  CHECK(read_file(folder.path() / "empty").empty());
  for (const auto& none : {folder.path(), folder.path() / "none"}) {
    CAPTURE(none.string());
    CHECK_THROWS_AS(read_file(none), Error);
  }
}
