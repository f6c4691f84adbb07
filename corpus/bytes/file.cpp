#include "bytes/file.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "error/error.hpp"

namespace chiho {

std::string read_file(const std::filesystem::path& file, std::size_t most) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  std::array<char, 1 << 16> block;
  while (in && bytes.size() < most) {
    in.read(block.data(), static_cast<std::streamsize>(std::min(block.size(), most - bytes.size())));
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in || in.eof()) return bytes;
  throw Error(ErrorCode::io, {"読めません: " + file.string(), "cannot read " + file.string()},
              {"ファイルの有無と権限を確かめてください。", "Check that the file exists and may be read."});
}

}  // namespace chiho
