// The threads that serve connections. What they cannot take on is refused at once, not kept waiting without end.
#pragma once

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chiho::web {

class Workers : public httplib::TaskQueue {
 public:
  Workers(std::size_t threads, std::size_t most_waiting);

  // Runs `task` on the calling thread, with refusing() true, where too many wait already.
  void enqueue(std::function<void()> task) override;
  void shutdown() override;

  // Whether a connection waits, and no worker is about to take it.
  [[nodiscard]] bool is_crowded() const { return waiting_ > idle_; }
  // Whether this thread is to refuse the connection that it was given.
  static bool refusing();

 private:
  void work();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> tasks_;
  std::atomic<std::size_t> waiting_ = 0;
  std::atomic<std::size_t> idle_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace chiho::web
