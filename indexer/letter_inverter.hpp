// Letters, and pairs of them, to the records that hold them: query/index/letter_postings.hpp, written.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/index/letter_postings.hpp"

namespace chiho {

// What one thread gathers, of records that stand together. What grows too large goes to a file (a run).
class LetterInverter {
 public:
  // What a thread may hold before it writes a run, in bytes, about.
  static constexpr std::size_t most_held = 24U << 20U;

  // `runs`: what the files are named after; their folder exists. They go with the inverter.
  explicit LetterInverter(std::filesystem::path runs, std::size_t most = most_held)
      : name_(std::move(runs)), most_(most) {}
  ~LetterInverter();
  LetterInverter(LetterInverter&&) = default;
  LetterInverter(const LetterInverter&) = delete;
  LetterInverter& operator=(const LetterInverter&) = delete;

  // Records ascending, each as often as it has texts. Throws Error io.
  void add(Xapian::docid record, std::string_view folded);
  // What is left, to a file. Throws Error io.
  void finish();

  [[nodiscard]] const std::vector<std::filesystem::path>& runs() const { return runs_; }
  [[nodiscard]] std::uint64_t places() const { return places_; }  // pairs of an n-gram and a record

 private:
  struct List {
    Xapian::docid last = 0;
    std::string gaps;
  };
  void note(LetterKey key, Xapian::docid record);
  void gather();
  void add(List& list, Xapian::docid record);
  void write_run();

  std::filesystem::path name_;
  std::size_t most_;
  std::vector<std::filesystem::path> runs_;
  std::vector<std::uint64_t> noted_;  // not yet in lists: keys, each with how far its record is from the first of them
  Xapian::docid first_noted_ = 0;
  std::unordered_map<LetterKey, List> lists_;
  std::size_t gap_bytes_ = 0;
  std::uint64_t places_ = 0;
};

// Runs of one inverter; its first record becomes number `before` + 1.
struct LetterRuns {
  const LetterInverter* inverter = nullptr;
  Xapian::docid before = 0;
};

// Puts together what inverters gathered, and gives it to `write` entry by entry. Throws Error io.
void write_letters(const std::vector<LetterRuns>& all,
                   const std::function<void(const std::string& entry, const std::string& value)>& write);

}  // namespace chiho
