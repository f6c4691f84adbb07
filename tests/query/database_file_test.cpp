#include "query/index/database_file.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "error/error.hpp"
#include "query/index/generation.hpp"
#include "small_index.hpp"

using namespace chiho;
namespace fs = std::filesystem;

namespace {

// Fewer files than the program has open already, while it lasts; the most that may be asked for is left as it is.
struct FewFiles {
  rlimit before{};
  explicit FewFiles(rlim_t soft) {
    ::getrlimit(RLIMIT_NOFILE, &before);
    const rlimit few{soft, before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewFiles() { ::setrlimit(RLIMIT_NOFILE, &before); }
};

struct OneFile {
  test::TemporaryFolder folder;
  fs::path file = folder.path() / "a.glass";
  OneFile() {
    Xapian::WritableDatabase made((folder.path() / "folder").string());
    made.set_metadata("key", "value");
    made.commit();
    made.compact(file.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  }
};

}  // namespace

TEST_CASE("a database in one file") {
  const OneFile one;
  CHECK(open_database_file(one.file).get_metadata("key") == "value");
  CHECK_THROWS_AS(open_database_file(one.folder.path() / "none"), Xapian::DatabaseNotFoundError);
  const fs::path stub = one.folder.write("stub", "auto stub\n");
  CHECK_THROWS_AS(open_database_file(stub), Xapian::DatabaseError);
  const fs::path pipe = one.folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_THROWS_AS(open_database_file(pipe), Xapian::DatabaseError);
}

TEST_CASE("more files are opened than the program was first allowed") {
  const OneFile one;
  const FewFiles few(3);
  CHECK(open_database_file(one.file).get_metadata("key") == "value");
}
