// The index that a server answers from: handles on its live generation, one for each search under way, since a database
// serves one thread at a time. They move to a new generation as soon as `current` names one, or to what the stub lists
// as soon as that is changed.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "dict/analyzer.hpp"
#include "dict/synonyms.hpp"
#include "query/index/index.hpp"
#include "query/search/searcher.hpp"

namespace chiho::web {

class Handles {
 public:
  struct Handle {
    Handle(const std::filesystem::path& db, const Opening& opening, const Analyzer& analyzer, const Synonyms& synonyms,
           std::uint64_t number)
        : index(db, opening), searcher(index, analyzer, &synonyms), series(number) {}

    Index index;
    Searcher searcher;
    std::uint64_t series;  // changes with the generation
  };

  // A handle on loan.
  class Loan {
   public:
    Loan(Handles& owner, std::unique_ptr<Handle> handle) : owner_(&owner), handle_(std::move(handle)) {}
    ~Loan() { owner_->give_back(std::move(handle_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;

    const Handle* operator->() const { return handle_.get(); }

   private:
    Handles* owner_;
    std::unique_ptr<Handle> handle_;
  };

  // At most `most` at a time. Throws Error index if the index cannot be opened now; later the one in service stays.
  Handles(std::filesystem::path db, const Opening& opening, const Analyzer& analyzer, const Synonyms& synonyms,
          std::size_t most, std::function<void(const Error&)> report);

  // Waits for one where all are out. Throws Error io where that takes too long.
  [[nodiscard]] Loan take();
  // Of the generation in service; what was answered from another is out of date.
  [[nodiscard]] std::uint64_t series();

  // A shard was lost: from now on every handle is opened anew.
  void renew();

  // To the one who runs the server: what is wrong with the index.
  void report(const Error& error) const { report_(error); }
  [[nodiscard]] const Analyzer& analyzer() const { return analyzer_; }

 private:
  using Clock = std::chrono::steady_clock;
  // Tells one `current`, or stub, from another.
  struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    bool operator==(const Stamp&) const = default;
  };

  [[nodiscard]] Stamp stamp_now() const;
  [[nodiscard]] std::unique_ptr<Handle> open(std::uint64_t series) const;
  // Moves to a new generation, if there is one.
  void look(std::unique_lock<std::mutex>& lock);
  // Which shards are done without from now on, with the lock held. True if they are the same.
  bool note_missing(const Handle& fresh);
  void give_back(std::unique_ptr<Handle> handle);

  std::filesystem::path db_;
  Opening opening_;
  const Analyzer& analyzer_;
  const Synonyms& synonyms_;
  std::size_t most_;
  std::function<void(const Error&)> report_;

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Handle>> free_;
  std::size_t out_ = 0;
  std::uint64_t series_ = 1;
  Stamp stamp_;    // of the generation in service
  Stamp refused_;  // of one that could not be opened
  Clock::time_point retry_;
  std::vector<std::string> missing_;  // shards that the handles in service do without
  bool looking_ = false;  // one thread at a time opens a new generation, while the others answer from the old
};

}  // namespace chiho::web
