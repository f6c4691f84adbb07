// The Xapian databases that an index is made of.
//
// One for most indexes, several for a large collection. Xapian numbers the records of several as if they had been dealt
// out in turn, and so does everything here: record `id` of the shard `s` of `n`, both from 0 but ids from 1, is record
// (id - 1) * n + s + 1 of all.
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace chiho {

class Shards {
 public:
  Shards() = default;
  Shards(const Xapian::Database& only) : all_(only), shards_{only} {}  // NOLINT: one is a case of several
  // Throws Xapian's errors.
  explicit Shards(std::vector<Xapian::Database> shards);
  // Served by other programs: each look takes its time, and only stock queries are understood. An empty database stands
  // in for a shard that is not there.
  static Shards served(std::vector<Xapian::Database> shards);

  [[nodiscard]] const Xapian::Database& all() const { return all_; }
  [[nodiscard]] std::size_t size() const { return shards_.size(); }
  [[nodiscard]] const Xapian::Database& operator[](std::size_t shard) const { return shards_[shard]; }
  [[nodiscard]] bool served() const { return memory_ != nullptr; }

  [[nodiscard]] std::size_t shard_of(Xapian::docid id) const { return (id - 1) % shards_.size(); }
  [[nodiscard]] Xapian::docid id_in_shard(Xapian::docid id) const {
    return static_cast<Xapian::docid>((id - 1) / shards_.size()) + 1;
  }
  [[nodiscard]] Xapian::docid id_of_all(std::size_t shard, Xapian::docid id) const {
    return static_cast<Xapian::docid>((id - 1) * shards_.size() + shard) + 1;
  }
  // Which of them it is that Xapian searches. None that is not of these.
  [[nodiscard]] std::size_t find(const Xapian::Database& shard) const;

  // Runs `work` for each shard; where they are served, at the same time. It is to touch no other shard.
  void each(const std::function<void(std::size_t shard)>& work) const;

  // An entry of a shard's metadata, and how many records have a term. What is served is asked for once.
  [[nodiscard]] std::string metadata(std::size_t shard, const std::string& entry) const;
  [[nodiscard]] Xapian::doccount frequency(const std::string& term) const;
  // What frequency will be asked for.
  void look_up(const std::vector<std::string>& terms) const;

 private:
  // Of one shard, what was asked for before.
  struct Memory {
    std::map<std::string, std::string> metadata;
    std::size_t bytes = 0;
    std::map<std::string, Xapian::doccount> frequencies;
  };

  [[nodiscard]] Xapian::doccount frequency(std::size_t shard, const std::string& term) const;

  Xapian::Database all_;
  std::vector<Xapian::Database> shards_;
  std::vector<std::string> uuids_;               // where there are several
  std::shared_ptr<std::vector<Memory>> memory_;  // by shard, where they are served
};

}  // namespace chiho
