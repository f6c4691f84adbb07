#include "indexer/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <future>
#include <numeric>
#include <semaphore>
#include <thread>

#include "indexer/dictionaries.hpp"
#include "query/index/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// More shares than this do not merge well: each has its own beginning of every term's list.
constexpr std::size_t most_shares = 4;
// Less text than this is not worth a thread.
constexpr std::size_t least_bytes = 1U << 18U;

constexpr std::chrono::milliseconds between_looks(50);

std::size_t bytes_of(std::span<const Record> records) {
  return std::transform_reduce(records.begin(), records.end(), std::size_t{0}, std::plus<>(),
                               [](const Record& record) { return bytes_of(record); });
}

std::size_t thread_count(std::size_t jobs) {
  return jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
}

std::size_t share_count(std::size_t jobs, std::size_t bytes) {
  return std::min({thread_count(jobs), most_shares, bytes / least_bytes + 1});
}

// What may be done beside something else, where there is a thread for it.
std::launch beside(std::size_t jobs) {
  return thread_count(jobs) > 1 ? std::launch::async : std::launch::deferred;
}

// Cuts records into shares of about the same size, in order.
std::vector<std::span<const Record>> shares(std::span<const Record> records, std::size_t count) {
  const std::size_t bytes = bytes_of(records);
  std::vector<std::span<const Record>> all;
  std::size_t begin = 0;
  std::size_t taken = 0;
  for (std::size_t end = 0; end < records.size(); ++end) {
    taken += bytes_of(records[end]);
    if (end + 1 < records.size() && taken < bytes * (all.size() + 1) / count) continue;
    all.push_back(records.subspan(begin, end + 1 - begin));
    begin = end + 1;
  }
  return all;
}

// Threads, one a share, and how far they are.
class Work {
 public:
  Work(std::vector<ShareWriter>& writers, const std::vector<std::span<const Record>>& shares) : failed_(shares.size()) {
    for (std::size_t i = 0; i < shares.size(); ++i)
      threads_.emplace_back([this, i, &writer = writers[i], share = shares[i]] { run(writer, share, failed_[i]); });
  }

  ~Work() { stopped_ = true; }  // and the threads are joined

  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  // True when all threads are done; waits a while for it.
  bool wait() {
    while (done_ < threads_.size() && ended_.try_acquire_for(between_looks)) ++done_;
    return done_ == threads_.size();
  }

  void rethrow() const {
    for (const auto& failed : failed_)
      if (failed) std::rethrow_exception(failed);
  }

  [[nodiscard]] std::size_t records() const { return records_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  void run(ShareWriter& writer, std::span<const Record> share, std::exception_ptr& failed) {
    try {
      for (const Record& record : share) {
        if (stopped_) break;
        writer.add(record);
        ++records_;
        bytes_ += bytes_of(record);
      }
      writer.finish();
    } catch (...) {
      failed = std::current_exception();
      stopped_ = true;
    }
    ended_.release();
  }

  std::atomic<bool> stopped_ = false;
  std::atomic<std::size_t> records_ = 0;
  std::atomic<std::size_t> bytes_ = 0;
  std::counting_semaphore<most_shares> ended_{0};
  std::size_t done_ = 0;
  std::vector<std::exception_ptr> failed_;  // by share
  std::vector<std::jthread> threads_;       // last: joined first
};

// Tells while tables are compacted, which may take long.
class Compactor : public Xapian::Compactor {
 public:
  explicit Compactor(std::function<void()> tell) : tell_(std::move(tell)) {}
  void set_status(const std::string& /*table*/, const std::string& /*status*/) override { tell_(); }

 private:
  std::function<void()> tell_;
};

}  // namespace

std::size_t bytes_of(const Record& record) {
  return record.title.size() + record.procedure.size() + record.text.size() + 1;
}

Metadata IndexWriter::write(std::span<const Record> records, Metadata metadata, const fs::path& target) {
  fill(records, metadata.editions);
  const std::size_t bytes = bytes_of(records);
  put_together(metadata, target, {records.size(), records.size(), bytes, bytes});
  writers_.clear();
  return metadata;
}

void IndexWriter::fill(std::span<const Record> records, const std::vector<Edition>& editions) {
  const std::size_t bytes = bytes_of(records);
  dictionaries_ = dictionaries_for(records, analyzer_, beside(request_.jobs));
  const auto cut = shares(records, share_count(request_.jobs, bytes));
  fs::create_directories(request_.folder);
  writers_.reserve(std::max<std::size_t>(cut.size(), 1));
  Xapian::docid before = 0;
  for (std::size_t i = 0; i < std::max<std::size_t>(cut.size(), 1); ++i) {
    writers_.emplace_back(request_.folder / fmt::format("{}", i), analyzer_, editions, dictionaries_);
    if (request_.dealt) writers_.back().name_records(*request_.dealt, before);
    if (i < cut.size()) before += static_cast<Xapian::docid>(cut[i].size());
  }
  Work work(writers_, cut);
  while (!work.wait()) request_.progress({work.records(), records.size(), work.bytes(), bytes});
  work.rethrow();
}

void IndexWriter::write_all_letters() {
  std::vector<LetterRuns> runs;
  Xapian::docid before = 0;
  for (ShareWriter& writer : writers_) {
    runs.push_back({&writer.letters(), before});
    before += writer.database().get_lastdocid();
  }
  Xapian::WritableDatabase& database = writers_.front().database();
  write_letters(runs, [&](const auto& entry, const auto& value) { database.set_metadata(entry, value); });
}

Entries IndexWriter::all_readings() const {
  std::vector<const FoundReadings*> found;
  for (const ShareWriter& writer : writers_) found.push_back(&writer.readings());
  Entries entries;
  write_readings(found, [&](const auto& entry, const auto& value) { entries.emplace_back(entry, value); });
  return entries;
}

void IndexWriter::put_together(Metadata& metadata, const fs::path& target, const Progress& progress) {
  const auto tell = [&] { request_.progress(progress); };
  ShareWriter& first = writers_.front();
  metadata.fingerprint = analyzer_.fingerprint();
  for (const ShareWriter& writer : writers_) metadata.add_counts(writer.counted());
  with_xapian_writing(target.string(), [&] {
    auto readings = std::async(beside(request_.jobs), [this] { return all_readings(); });
    write_all_letters();
    for (const auto& [entry, value] : readings.get()) first.database().set_metadata(entry, value);
    first.database().set_metadata(std::string(text_dictionary_entry), dictionaries_.text);
    first.database().set_metadata(std::string(cuts_dictionary_entry), dictionaries_.cuts);
    first.database().set_metadata(std::string(metadata_key), to_json(metadata));
    if (request_.dealt) first.database().set_metadata(std::string(dealt_entry), to_text(*request_.dealt));
    first.database().commit();
    Xapian::Database all;
    for (ShareWriter& writer : writers_) {
      tell();
      all.add_database(writer.database());
    }
    Compactor compactor(tell);
    all.compact(target.string(), Xapian::DBCOMPACT_SINGLE_FILE, 0, compactor);
  });
}

}  // namespace chiho
