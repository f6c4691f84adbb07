// The Xapian databases that an index is made of.
//
// One for most indexes, several for a large collection. Xapian numbers the records of several as if they had been dealt
// out in turn, and so does everything here: record `id` of the shard `s` of `n`, both from 0 but ids from 1, is record
// (id - 1) * n + s + 1 of all.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace chiho {

class Shards {
 public:
  Shards() = default;
  Shards(const Xapian::Database& only) : all_(only), shards_{only} {}  // NOLINT: one is a case of several
  // Throws Xapian's errors.
  explicit Shards(std::vector<Xapian::Database> shards);

  [[nodiscard]] const Xapian::Database& all() const { return all_; }
  [[nodiscard]] std::size_t size() const { return shards_.size(); }
  [[nodiscard]] const Xapian::Database& operator[](std::size_t shard) const { return shards_[shard]; }

  [[nodiscard]] std::size_t shard_of(Xapian::docid id) const { return (id - 1) % shards_.size(); }
  [[nodiscard]] Xapian::docid id_in_shard(Xapian::docid id) const {
    return static_cast<Xapian::docid>((id - 1) / shards_.size()) + 1;
  }
  [[nodiscard]] Xapian::docid id_of_all(std::size_t shard, Xapian::docid id) const {
    return static_cast<Xapian::docid>((id - 1) * shards_.size() + shard) + 1;
  }
  // Which of them it is that Xapian searches. None that is not of these.
  [[nodiscard]] std::size_t find(const Xapian::Database& shard) const;

 private:
  Xapian::Database all_;
  std::vector<Xapian::Database> shards_;
  std::vector<std::string> uuids_;  // where there are several
};

}  // namespace chiho
