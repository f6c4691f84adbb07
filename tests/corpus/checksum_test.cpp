#include "bytes/checksum.hpp"

#include <doctest/doctest.h>

#include "error/error.hpp"
#include "temporary_folder.hpp"

using namespace chiho;

TEST_CASE("a checksum is that of all bytes, in however many pieces they come, or in a file") {
  const std::string bytes = std::string(100'000, 'a') + std::string(1, '\0') + "水";
  RunningChecksum sum;
  for (std::size_t at = 0; at < bytes.size(); at += 777) sum.add(std::string_view(bytes).substr(at, 777));
  CHECK(sum.text() == checksum(bytes));
  const test::TemporaryFolder folder;
  CHECK(file_checksum(folder.write("file", bytes)) == checksum(bytes));
  CHECK(checksum(bytes + "\n") != checksum(bytes));
}

// As XXH3's own specification has them.
TEST_CASE("of nothing") {
  CHECK(checksum("") == "99aa06d3014798d86001c324468d497f");
  CHECK(hash128("") == Hash128{0x99aa06d3014798d8, 0x6001c324468d497f});
  CHECK(hash64("") == 0x2d06800538d394c2);
}

TEST_CASE("what is no file, or cannot be read, has none") {
  const test::TemporaryFolder folder;
  for (const auto& none : {folder.path(), folder.path() / "none"}) CHECK_THROWS_AS(file_checksum(none), Error);
}
