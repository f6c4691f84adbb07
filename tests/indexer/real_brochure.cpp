#include "real_brochure.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace chiho::import_test {

std::optional<std::string> real_brochure() {
  const char* data = std::getenv("CHIHO_TEST_DATA");
  if (data == nullptr) {
    MESSAGE("skipped: CHIHO_TEST_DATA is not set");
    return std::nullopt;
  }
  std::ifstream in(std::filesystem::path(data) / "brochure" / "2018-07.txt", std::ios::binary);
  REQUIRE(in);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

std::vector<Correction> real_corrections() {
  return read_corrections(CHIHO_SOURCE_DIR "/corpus/corrections/2018-07.toml");
}

}  // namespace chiho::import_test
