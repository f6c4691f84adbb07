#include "query/web/handles.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>

#include "query/index/generation.hpp"
#include "query/index/shard_lost.hpp"

namespace chiho::web {

namespace {

constexpr std::chrono::seconds longest_wait{5};
constexpr std::chrono::milliseconds before_retry{500};
// A server that was not there is looked for by a request, which has to wait if it hangs.
constexpr std::chrono::seconds before_asking_again{3};

Error busy() {
  return {ErrorCode::io,
          {"ただいま混み合っています。", "too many searches at once"},
          {"少し待ってから、もう一度お試しください。", "Please try again in a moment."}};
}

}  // namespace

Handles::Handles(std::filesystem::path db, const Opening& opening, const Analyzer& analyzer, const Synonyms& synonyms,
                 std::size_t most, std::function<void(const Error&)> report)
    : db_(std::move(db)),
      opening_(opening),
      analyzer_(analyzer),
      synonyms_(synonyms),
      most_(most),
      report_(std::move(report)) {
  stamp_ = stamp_now();
  free_.push_back(open(series_));
  missing_ = free_.back()->index.missing();
  if (!missing_.empty()) report_(ShardLost(fmt::format("{}", fmt::join(missing_, ", ")), db_.string()));
}

Handles::Stamp Handles::stamp_now() const {
  struct stat status {};
  const bool is_folder = ::stat((db_ / current_file).c_str(), &status) == 0;
  if (!is_folder && (errno != ENOTDIR || ::stat(db_.c_str(), &status) != 0)) return {};
  return {status.st_dev, status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

std::unique_ptr<Handles::Handle> Handles::open(std::uint64_t series) const {
  return std::make_unique<Handle>(db_, opening_, analyzer_, synonyms_, series);
}

// The stamp is taken before the index is opened, so a handle is never older than what its stamp says.
void Handles::look(std::unique_lock<std::mutex>& lock) {
  const Stamp now = stamp_now();
  const bool waited = Clock::now() >= retry_;
  const bool changed = now != stamp_ && (now != refused_ || waited);
  if (looking_ || (!changed && (missing_.empty() || !waited))) return;
  looking_ = true;
  const std::uint64_t next = series_ + 1;
  lock.unlock();
  std::unique_ptr<Handle> fresh;
  std::exception_ptr fault;
  try {
    fresh = open(next);
  } catch (const Error& error) {
    report_(error);
  } catch (...) {
    fault = std::current_exception();
  }
  lock.lock();
  looking_ = false;
  if (fault) std::rethrow_exception(fault);
  if (!fresh) {
    refused_ = now;
    retry_ = Clock::now() + before_retry;
    return;
  }
  if (note_missing(*fresh) && !changed) return;
  stamp_ = now;
  series_ = next;
  free_.clear();
  free_.push_back(std::move(fresh));
}

bool Handles::note_missing(const Handle& fresh) {
  const bool same = fresh.index.missing() == missing_;
  missing_ = fresh.index.missing();
  if (!missing_.empty()) retry_ = Clock::now() + before_asking_again;
  return same;
}

void Handles::renew() {
  const std::lock_guard lock(mutex_);
  ++series_;
  free_.clear();
}

Handles::Loan Handles::take() {
  const auto deadline = Clock::now() + longest_wait;
  std::unique_lock lock(mutex_);
  look(lock);
  while (true) {
    if (!free_.empty()) {
      auto handle = std::move(free_.back());
      free_.pop_back();
      ++out_;
      return {*this, std::move(handle)};
    }
    // Of a generation that is no longer there, no further handle can be opened: one must come back.
    if (out_ < most_ && stamp_now() == stamp_) {
      ++out_;
      const std::uint64_t series = series_;
      lock.unlock();
      try {
        auto handle = open(series);
        lock.lock();
        if (series == series_ && !note_missing(*handle)) {  // those that were opened before are out of date
          handle->series = ++series_;
          free_.clear();
        }
        return {*this, std::move(handle)};
      } catch (const ShardLost&) {
        lock.lock();
        --out_;
        throw;  // to wait would not bring it back
      } catch (const Error& error) {
        report_(error);
      } catch (...) {
        lock.lock();
        --out_;
        throw;
      }
      lock.lock();
      --out_;
    }
    if (returned_.wait_until(lock, std::min(deadline, Clock::now() + before_retry)) == std::cv_status::timeout &&
        Clock::now() >= deadline)
      throw busy();
    look(lock);
  }
}

std::uint64_t Handles::series() {
  std::unique_lock lock(mutex_);
  look(lock);
  return series_;
}

void Handles::give_back(std::unique_ptr<Handle> handle) {
  const std::lock_guard lock(mutex_);
  --out_;
  if (handle->series == series_) free_.push_back(std::move(handle));
  returned_.notify_one();
}

}  // namespace chiho::web
