// Rebuilding while others read, wait or want the index before back.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

#include "program.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;

const std::string corpus = CHIHO_SOURCE_DIR "/corpus/2018-07";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// An index folder in which first the one and then the other edition was put in service.
struct Rebuilt {
  TemporaryFolder folder;
  std::string next = next_edition(folder).string();
  std::string db = (folder.path() / "db").string();

  Rebuilt() {
    REQUIRE(build(corpus).exit_code == 0);
    REQUIRE(build(next).exit_code == 0);
  }
  [[nodiscard]] Outcome build(const std::string& source, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"build", source, "--db", db};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run("chiho-index", arguments);
  }
  [[nodiscard]] Outcome rollback() const { return run("chiho-index", {"rollback", db}); }
  [[nodiscard]] int verified() const { return run("chiho-index", {"verify", db}).exit_code; }
  [[nodiscard]] std::string answer() const {
    return run("chiho-search", {"無償資金協力 水道", "--json", "--db", db}).out;
  }
  [[nodiscard]] bool answers(const std::string& edition) const {
    return contains(answer(), "\"id\":\"" + edition + "/case/cambodia-water\"");
  }
};

TEST_CASE("rollback puts the index before in service, and once more the other") {
  const Rebuilt index;
  CHECK(index.answers("2019-07"));
  const Outcome back = index.rollback();
  CHECK(back.exit_code == 0);
  CHECK(contains(back.out, "83件"));
  CHECK(index.answers("2018-07"));
  CHECK(index.verified() == 0);
  CHECK(index.rollback().exit_code == 0);
  CHECK(index.answers("2019-07"));
  CHECK(index.verified() == 0);
}

TEST_CASE("build compares with what is live, also after a rollback") {
  const Rebuilt index;
  REQUIRE(index.rollback().exit_code == 0);
  CHECK(contains(index.build(corpus).out, "変わりはありません"));
  CHECK_FALSE(contains(index.build(index.next).out, "変わりはありません"));
  CHECK(index.answers("2019-07"));
  CHECK(index.verified() == 0);
}

TEST_CASE("rollback where there is nothing to go back to") {
  const TemporaryFolder folder;
  const std::string db = (folder.path() / "db").string();
  CHECK(run("chiho-index", {"rollback", db}).exit_code == 3);
  CHECK_FALSE(fs::exists(db));
  REQUIRE(run("chiho-index", {"build", corpus, "--db", db}).exit_code == 0);
  const Outcome refused = run("chiho-index", {"rollback", db, "--lang", "en"});
  CHECK(refused.exit_code == 2);
  CHECK(contains(refused.err, "Build again"));
  CHECK(run("chiho-index", {"rollback"}).exit_code == 2);
}

TEST_CASE("rollback to a damaged generation is refused, from one it is not") {
  const Rebuilt index;
  const fs::path first = fs::path(index.db) / "000001.glass";
  const std::string sound = contents_of(first);
  std::string damaged = sound;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  index.folder.write("db/000001.glass", damaged);
  CHECK(index.rollback().exit_code == 3);
  CHECK(index.answers("2019-07"));
  index.folder.write("db/000001.glass", sound);
  index.folder.write("db/000002.glass", damaged);
  CHECK(index.rollback().exit_code == 0);
  CHECK(index.answers("2018-07"));
}

TEST_CASE("a damaged index is not kept as the one before") {
  const Rebuilt index;
  index.folder.write("db/000002.glass", "no index");
  CHECK(index.build(index.next).exit_code == 0);
  CHECK(index.answers("2019-07"));
  CHECK(index.verified() == 0);
  CHECK(index.rollback().exit_code == 0);
  CHECK(index.answers("2018-07"));
}

class HeldLock {
 public:
  explicit HeldLock(const std::string& db) : descriptor_(::open((db + "/lock").c_str(), O_RDWR | O_CLOEXEC)) {
    REQUIRE(descriptor_ >= 0);
    REQUIRE(::flock(descriptor_, LOCK_EX) == 0);
  }
  ~HeldLock() { release(); }
  HeldLock(const HeldLock&) = delete;
  HeldLock& operator=(const HeldLock&) = delete;

  void release() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

 private:
  int descriptor_;
};

TEST_CASE("with --wait the second build says that it waits, and then builds") {
  const Rebuilt index;
  HeldLock other(index.db);
  CHECK(index.build(corpus).exit_code == 5);
  std::atomic<bool> ended = false;
  Outcome waited;
  std::thread second([&] {
    waited = index.build(corpus, {"--wait"});
    ended = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  CHECK_FALSE(ended);
  CHECK(index.answers("2019-07"));
  other.release();
  second.join();
  CHECK(waited.exit_code == 0);
  CHECK(contains(waited.err, "待っています"));
  CHECK(index.answers("2018-07"));
}

TEST_CASE("a build that waits can be interrupted") {
  const Rebuilt index;
  const HeldLock other(index.db);
  const Outcome stopped = run_script(
      "timeout --preserve-status -s INT 1 chiho-index build '" + corpus + "' --db db --wait", index.folder.path());
  CHECK(stopped.exit_code == 130);
  CHECK(index.answers("2019-07"));
}

TEST_CASE("readers get a whole answer of the one index or the other, however often it is rebuilt") {
  const Rebuilt index;
  const std::string newer = index.answer();
  REQUIRE(index.rollback().exit_code == 0);
  const std::set<std::string> whole{newer, index.answer()};
  REQUIRE(whole.size() == 2);
  std::atomic<bool> done = false;
  std::atomic<int> answered = 0;
  std::mutex guard;
  std::string wrong;
  const auto read = [&] {
    while (!done) {
      const Outcome found = run("chiho-search", {"無償資金協力 水道", "--json", "--db", index.db});
      ++answered;
      if (found.exit_code == 0 && whole.contains(found.out)) continue;
      const std::lock_guard lock(guard);
      wrong = found.err + found.out;
    }
  };
  std::array<std::thread, 2> readers{std::thread(read), std::thread(read)};
  int failed = 0;
  for (int round = 0; round < 20; ++round)
    failed += index.build(round % 2 == 0 ? index.next : corpus, {"--force"}).exit_code == 0 ? 0 : 1;
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(failed == 0);
  CHECK(wrong.empty());
  CHECK(answered >= 20);
  CHECK(index.verified() == 0);
}

}  // namespace
}  // namespace chiho::test
