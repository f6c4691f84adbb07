#include "indexer/lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "error/error.hpp"

namespace chiho {

namespace {

constexpr std::chrono::milliseconds between_looks{50};

int open_lock(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0)
    throw Error(ErrorCode::io,
                {fmt::format("書き込めません: {}", file.string()), fmt::format("cannot write {}", file.string())},
                {"フォルダの権限を確かめてください。", "Check the folder's permissions."});
  return descriptor;
}

[[noreturn]] void throw_unlockable(const std::filesystem::path& file) {
  throw Error(ErrorCode::io,
              {fmt::format("ロックできません: {}", file.string()), fmt::format("cannot lock {}", file.string())},
              {"ロックのできるファイルシステムに置いてください。", "Keep the index on a file system that has locks."});
}

[[noreturn]] void throw_held(const std::filesystem::path& file) {
  throw Error(ErrorCode::io,
              {fmt::format("別の build がこの索引を作っています: {}", file.parent_path().string()),
               fmt::format("another build is at work on {}", file.parent_path().string())},
              {"終わるのを待つには --wait を付けてください。", "Give --wait to wait for it."});
}

}  // namespace

BuildLock::Descriptor::~Descriptor() {
  ::close(number_);
}

BuildLock::BuildLock(const std::filesystem::path& file, const std::function<void(bool)>& waits)
    : descriptor_(open_lock(file)) {
  for (bool first = true; ::flock(descriptor_.number(), LOCK_EX | LOCK_NB) != 0; first = false) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) throw_unlockable(file);
    if (!waits) throw_held(file);
    waits(first);
    std::this_thread::sleep_for(between_looks);
  }
}

}  // namespace chiho
