// Records on disk -> the files of a generation.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "dict/analyzer.hpp"
#include "indexer/shard_cutter.hpp"
#include "indexer/spool.hpp"
#include "indexer/writer.hpp"
#include "query/index/dealt.hpp"
#include "query/index/generation.hpp"
#include "query/index/metadata.hpp"

namespace chiho {

// What a generation is to hold.
struct Collected {
  Spool spool;
  std::vector<ShardPlan> shards;
  std::vector<RecordType> types;  // of each record of the spool
  Progress in_all;                // its records and their bytes
};

class GenerationWriter {
 public:
  struct Request {
    std::filesystem::path db;
    std::filesystem::path working;  // where new files go
    std::size_t jobs = 0;           // threads at most; 0: as the machine has
    std::function<void(const Progress&)> progress;
    std::vector<ShardFile> reusable;  // shards in `db` that need not be made again
    // Where not 0: as many shards, which can be served each by itself. Records are dealt out to them in turn, in the
    // order of the index, so that they have the numbers of one index.
    std::uint32_t dealt = 0;
  };
  GenerationWriter(Request request, const Analyzer& analyzer) : request_(std::move(request)), analyzer_(analyzer) {}

  // One file where there is one shard, not to be served; else a file for each, and a head. `metadata` has sources and
  // editions. Throws Error io.
  Generation write(std::uint32_t number, const Collected& collected, Metadata metadata);

 private:
  Metadata write_records(const Collected& collected, std::vector<Record> records, const Metadata& metadata,
                         const std::filesystem::path& target, const std::optional<Dealt>& dealt = {});
  std::vector<ShardFile> deal(std::uint32_t number, const Collected& collected, Metadata& whole);
  [[nodiscard]] std::vector<Spool> dealt_out(const Collected& collected) const;
  ShardFile shard(std::uint32_t number, const Collected& collected, const ShardPlan& plan, Metadata& whole);
  [[nodiscard]] std::optional<ShardFile> reused(const std::string& id) const;
  void report(const Progress& done, const Progress& in_all) const;

  Request request_;
  const Analyzer& analyzer_;
  Progress done_;  // with the shards that are ready
};

}  // namespace chiho
