// Any bytes as a TOML file of an edition folder are records or faults.
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "corpus/edition_folder.hpp"

namespace fs = std::filesystem;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const fs::path dir = fs::temp_directory_path() / ("chiho-fuzz-" + std::to_string(::getpid()));
  fs::create_directories(dir / "cases");
  for (const char* name : {"edition.toml", "offices.toml", "cases/a.toml"})
    std::ofstream(dir / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const auto folder = chiho::read_edition_folder(dir);
  for (const auto& fault : folder.faults)
    if (fault.str(chiho::Lang::ja).empty()) std::abort();
  return 0;
}
