#include "indexer/letter_inverter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <memory>
#include <numeric>
#include <queue>

#include "bytes/file.hpp"
#include "bytes/utf8.hpp"
#include "dict/ngrams.hpp"
#include "query/index/varint.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// What an entry of the table costs beside its list.
constexpr std::size_t entry_bytes = 80;

// A bucket holds about so many places, a few thousand bytes: one look-up.
constexpr std::uint64_t bucket_places = 2048;
// A list longer than this has an entry of its own.
constexpr std::size_t longest_within = 512;

// A place is noted in 64 bits: a key has 43 of them, its record the rest.
constexpr unsigned record_bits = 21;
// So many are sorted at a time: what fits into a cache.
constexpr std::size_t most_noted = 1U << 18U;

// Those of one key stay in their order. (A radix sort, of 11 bits a pass.)
void sort_by_key(std::vector<std::uint64_t>& noted) {
  constexpr unsigned bits = 11;
  std::vector<std::uint64_t> other(noted.size());
  for (unsigned shift = record_bits; shift < 64; shift += bits) {
    const auto digit = [shift](std::uint64_t place) { return place >> shift & ((1U << bits) - 1); };
    std::array<std::size_t, (1U << bits) + 1> from{};
    for (const std::uint64_t place : noted) ++from[digit(place) + 1];
    if (std::ranges::find(from, noted.size()) != from.end()) continue;  // all are alike
    std::partial_sum(from.begin(), from.end(), from.begin());
    for (const std::uint64_t place : noted) other[from[digit(place)]++] = place;
    noted.swap(other);
  }
}

// One run, read from its file key by key.
class Run {
 public:
  Run(const fs::path& file, std::size_t order, Xapian::docid before)
      : in_(file, std::ios::binary), file_(file), order_(order), before_(before) {
    if (!in_) throw_unreadable(file_);
    next();
  }

  // False at the end.
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] LetterKey key() const { return key_; }
  // What stands first in the order of keys, and of the same key, of records.
  [[nodiscard]] std::pair<std::uint64_t, std::size_t> place() const { return {spread(key_), order_}; }

  void append_to(std::vector<Xapian::docid>& records) const {
    Xapian::docid record = before_;
    for (std::string_view rest = gaps_; !rest.empty();) {
      record += static_cast<Xapian::docid>(take_varint(rest));
      if (records.empty() || records.back() != record) records.push_back(record);  // a run may end within a record
    }
  }

  void next() {
    std::uint64_t size = 0;
    in_.read(reinterpret_cast<char*>(&key_), sizeof key_);
    open_ = in_.gcount() == sizeof key_;
    if (!open_ && (in_.gcount() > 0 || in_.bad())) throw_unreadable(file_);
    if (!open_) return;
    in_.read(reinterpret_cast<char*>(&size), sizeof size);
    gaps_.resize(size);
    in_.read(gaps_.data(), static_cast<std::streamsize>(size));
    if (!in_) throw_unreadable(file_);
  }

 private:
  std::ifstream in_;
  fs::path file_;
  std::size_t order_;
  Xapian::docid before_;
  bool open_ = false;
  LetterKey key_ = 0;
  std::string gaps_;
};

using WriteEntry = std::function<void(const std::string& entry, const std::string& value)>;

void write_bucket(std::uint64_t number, std::vector<std::pair<LetterKey, std::string>>& lists,
                  const WriteEntry& write) {
  std::ranges::sort(lists);
  std::string bucket;
  LetterKey before = 0;
  for (const auto& [key, list] : lists) {
    const bool within = list.size() <= longest_within;
    put_varint(bucket, key - before);
    put_varint(bucket, within ? list.size() : 0);
    before = key;
    if (within)
      bucket += list;
    else
      write(letter_list_entry(key), list);
  }
  write(letter_bucket_entry(number), bucket);
}

struct Later {
  bool operator()(const Run* one, const Run* other) const { return one->place() > other->place(); }
};

}  // namespace

LetterInverter::~LetterInverter() {
  std::error_code ignored;
  for (const auto& run : runs_) fs::remove(run, ignored);
}

void LetterInverter::add(Xapian::docid record, std::string_view folded) {
  if (noted_.empty() || (record - first_noted_) >> record_bits != 0) {
    gather();
    first_noted_ = record;
  }
  for_each_ngram(folded, [&](char32_t before, char32_t letter) {
    note(letter_key(letter), record);
    if (before != 0) note(letter_key(before, letter), record);
  });
  if (noted_.size() >= most_noted || noted_.size() * sizeof noted_[0] > most_) gather();
  if (gap_bytes_ + lists_.size() * entry_bytes > most_) write_run();
}

void LetterInverter::note(LetterKey key, Xapian::docid record) {
  noted_.push_back(key << record_bits | (record - first_noted_));
}

// Sorted, the same letters need one look at the table for all of their records.
void LetterInverter::gather() {
  sort_by_key(noted_);
  for (auto noted = noted_.begin(); noted != noted_.end();) {
    const LetterKey key = *noted >> record_bits;
    List& list = lists_[key];
    for (; noted != noted_.end() && *noted >> record_bits == key; ++noted)
      add(list, first_noted_ + static_cast<Xapian::docid>(*noted & ((1U << record_bits) - 1)));
  }
  noted_.clear();
}

void LetterInverter::add(List& list, Xapian::docid record) {
  if (list.last == record) return;
  const std::size_t before = list.gaps.size();
  put_varint(list.gaps, record - list.last);
  list.last = record;
  gap_bytes_ += list.gaps.size() - before;
  ++places_;
}

void LetterInverter::finish() {
  gather();
  if (!lists_.empty()) write_run();
}

void LetterInverter::write_run() {
  std::vector<std::pair<std::uint64_t, const std::pair<const LetterKey, List>*>> sorted;
  sorted.reserve(lists_.size());
  for (const auto& entry : lists_) sorted.emplace_back(spread(entry.first), &entry);
  std::ranges::sort(sorted);
  const fs::path& file = runs_.emplace_back(name_.string() + fmt::format("-{}", runs_.size()));
  std::ofstream out(file, std::ios::binary);
  for (const auto& [place, entry] : sorted) {
    const std::uint64_t size = entry->second.gaps.size();
    out.write(reinterpret_cast<const char*>(&entry->first), sizeof entry->first);
    out.write(reinterpret_cast<const char*>(&size), sizeof size);
    out.write(entry->second.gaps.data(), static_cast<std::streamsize>(size));
  }
  if (!out.flush()) throw_unwritable(file);
  lists_.clear();
  gap_bytes_ = 0;
}

void write_letters(const std::vector<LetterRuns>& all,
                   const std::function<void(const std::string& entry, const std::string& value)>& write) {
  std::vector<std::unique_ptr<Run>> runs;
  std::priority_queue<Run*, std::vector<Run*>, Later> open;
  std::uint64_t places = 0;
  for (const auto& [inverter, before] : all) {
    places += inverter->places();
    for (const auto& file : inverter->runs()) {
      runs.push_back(std::make_unique<Run>(file, runs.size(), before));
      if (runs.back()->open()) open.push(runs.back().get());
    }
  }
  const auto bits = static_cast<unsigned>(std::bit_width(places / bucket_places));
  write(std::string(letter_bits_entry), fmt::format("{}", bits));

  std::vector<std::pair<LetterKey, std::string>> bucket;
  std::vector<Xapian::docid> records;
  while (!open.empty()) {
    const LetterKey key = open.top()->key();
    records.clear();
    while (!open.empty() && open.top()->key() == key) {
      Run* run = open.top();
      open.pop();
      run->append_to(records);
      run->next();
      if (run->open()) open.push(run);
    }
    bucket.emplace_back(key, encode_records(records));
    const std::uint64_t number = bucket_of(key, bits);
    if (!open.empty() && bucket_of(open.top()->key(), bits) == number) continue;
    write_bucket(number, bucket, write);
    bucket.clear();
  }
}

}  // namespace chiho
