// The order of an index: by type, and of one type as the sources have them. Equals of an answer stand in it.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "corpus/record.hpp"
#include "query/index/shards.hpp"

namespace chiho {

class RecordOrder {
 public:
  // Records stand as they are numbered: in one file, or dealt out in turn.
  RecordOrder() = default;
  // Each shard holds records that stand together, in their order. Throws Xapian's errors.
  static RecordOrder by_shard(const Shards& shards);

  [[nodiscard]] bool as_numbered() const { return ends_.empty(); }
  // Where a record stands: what is less comes before.
  [[nodiscard]] std::uint64_t place(Xapian::docid id) const;
  // All records, in their order. Throws Xapian's errors.
  void each(const std::function<void(Xapian::docid id)>& visit) const;

 private:
  explicit RecordOrder(Shards shards) : shards_(std::move(shards)) {}

  Shards shards_;
  std::vector<std::array<Xapian::docid, record_types.size()>> ends_;  // by shard: the last record of each type
};

}  // namespace chiho
