#include "indexer/lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "error/error.hpp"

namespace chiho {

namespace {

int open_lock(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0)
    throw Error(ErrorCode::io,
                {fmt::format("書き込めません: {}", file.string()), fmt::format("cannot write {}", file.string())},
                {"フォルダの権限を確かめてください。", "Check the folder's permissions."});
  return descriptor;
}

}  // namespace

BuildLock::BuildLock(const std::filesystem::path& file, bool wait) : descriptor_(open_lock(file)) {
  int result = 0;
  do {
    result = ::flock(descriptor_, wait ? LOCK_EX : (LOCK_EX | LOCK_NB));
  } while (result != 0 && errno == EINTR && wait);
  if (result == 0) return;
  ::close(descriptor_);
  throw Error(ErrorCode::io,
              {fmt::format("別の build がこの索引を作っています: {}", file.parent_path().string()),
               fmt::format("another build is at work on {}", file.parent_path().string())},
              {"終わるのを待つには --wait を付けてください。", "Give --wait to wait for it."});
}

BuildLock::~BuildLock() {
  ::close(descriptor_);
}

}  // namespace chiho
