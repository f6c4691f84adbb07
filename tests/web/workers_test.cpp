#include "query/web/workers.hpp"

#include <doctest/doctest.h>

#include <future>

namespace chiho::web {
namespace {

TEST_CASE("crowded is where a connection waits that no worker is free for; one too many is refused") {
  constexpr std::size_t threads = 3;
  constexpr std::size_t most_waiting = 4;
  Workers workers(threads, most_waiting);
  std::promise<void> end;
  const std::shared_future<void> ended = end.get_future().share();
  std::atomic<std::size_t> begun = 0;
  const auto long_one = [&] {
    ++begun;
    ended.wait();
  };
  CHECK_FALSE(workers.is_crowded());
  for (std::size_t i = 0; i < threads; ++i) {
    workers.enqueue(long_one);
    CHECK_FALSE(workers.is_crowded());
  }
  while (begun < threads) std::this_thread::yield();
  for (std::size_t i = 0; i < most_waiting; ++i) {
    workers.enqueue(long_one);
    CHECK(workers.is_crowded());
  }
  bool refused = false;
  workers.enqueue([&] { refused = Workers::refusing(); });
  CHECK(refused);
  CHECK_FALSE(Workers::refusing());
  end.set_value();
  workers.shutdown();
  CHECK(begun == threads + most_waiting);
  CHECK_FALSE(workers.is_crowded());
}

}  // namespace
}  // namespace chiho::web
