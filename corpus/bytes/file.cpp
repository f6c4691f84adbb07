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
  throw_unreadable(file);
}

void throw_unreadable(const std::filesystem::path& file) {
  throw Error(ErrorCode::io, {"読めません: " + file.string(), "cannot read " + file.string()},
              {"ファイルの有無と権限を確かめてください。", "Check that the file exists and may be read."});
}

void throw_unwritable(const std::filesystem::path& path) {
  throw Error(ErrorCode::io, {"書き込めません: " + path.string(), "cannot write " + path.string()},
              {"空き容量と権限を確かめてください。", "Check free disk space and permissions."});
}

}  // namespace chiho
