// Cuts a stream of records into shards, so that a change in one place changes one shard and leaves the others as they
// were: after a record whose id says so, as content-defined chunking does (Muthitacharoen, Chen, Mazières: A
// low-bandwidth network file system, 2001).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/checksum.hpp"
#include "corpus/edition.hpp"
#include "corpus/record.hpp"
#include "indexer/spool.hpp"

namespace chiho {

// In bytes, of what records say. No shard but the last is smaller than `least`; beyond that it ends after `usual` more,
// as a rule, and before it has twice as many more.
struct ShardSize {
  std::uint64_t least = 32U << 20U;
  std::uint64_t usual = 8U << 20U;
};

// A shard that is to be.
struct ShardPlan {
  SpoolRange range;
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;         // of what they say
  std::string checksum;            // of its records
  std::set<std::string> editions;  // that its records name

  // Of all that decides what is written of it: its records, what is told of their editions, and `maker`.
  [[nodiscard]] std::string id(const std::vector<Edition>& known, std::string_view maker) const;
};

class ShardCutter {
 public:
  explicit ShardCutter(const ShardSize& size) : size_(size) {}

  // A record that stands in the spool from `begin` to `end`, as `line`.
  void add(const Record& record, std::string_view line, const SpoolRange& place);
  std::vector<ShardPlan> finish();

 private:
  [[nodiscard]] bool ends_after(const Record& record, std::size_t bytes) const;
  void cut();

  ShardSize size_;
  std::vector<ShardPlan> shards_;
  ShardPlan open_;
  RunningChecksum checksum_;
};

}  // namespace chiho
