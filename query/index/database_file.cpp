#include "query/index/database_file.hpp"

#include <fcntl.h>
#include <sys/resource.h>

#include <cerrno>

#include "error/error.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// Without waiting for one who writes, where it is a pipe.
int opened(const fs::path& file) {
  return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

// An index of many shards is as many files, and a server opens it several times.
void allow_more_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

[[noreturn]] void throw_too_many_files(const fs::path& file) {
  throw Error(ErrorCode::io,
              {"同時に開けるファイルの数が足りません: " + file.string(), "too many open files: " + file.string()},
              {"ulimit -n（systemd では LimitNOFILE）で増やしてください。",
               "Allow more of them by ulimit -n (under systemd, LimitNOFILE)."});
}

}  // namespace

Xapian::Database open_database_file(const fs::path& file) {
  int descriptor = opened(file);
  if (descriptor < 0 && errno == EMFILE) {
    allow_more_files();
    descriptor = opened(file);
  }
  if (descriptor < 0 && (errno == EMFILE || errno == ENFILE)) throw_too_many_files(file);
  if (descriptor < 0) throw Xapian::DatabaseNotFoundError(file.string());
  return Xapian::Database(descriptor);
}

}  // namespace chiho
