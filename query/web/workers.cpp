#include "query/web/workers.hpp"

namespace chiho::web {

namespace {

thread_local bool is_refusing = false;

}  // namespace

Workers::Workers(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting), idle_(threads) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

bool Workers::refusing() {
  return is_refusing;
}

void Workers::enqueue(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (tasks_.size() < most_waiting_ + idle_) {  // idle workers are about to take as many
      tasks_.push_back(std::move(task));
      waiting_ = tasks_.size();
      arrived_.notify_one();
      return;
    }
  }
  is_refusing = true;
  task();
  is_refusing = false;
}

void Workers::work() {
  while (true) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return !tasks_.empty() || ending_; });
      if (tasks_.empty()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
      waiting_ = tasks_.size();
      --idle_;
    }
    task();
    ++idle_;
  }
}

void Workers::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_all();
  for (auto& thread : threads_) thread.join();
}

}  // namespace chiho::web
