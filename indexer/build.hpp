// Sources -> a new generation, put in service by one rename.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "corpus/fault.hpp"
#include "dict/analyzer.hpp"
#include "indexer/shard_cutter.hpp"
#include "indexer/writer.hpp"
#include "query/index/metadata.hpp"

namespace chiho {

struct BuildRequest {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path db;
  bool force = false;           // build although nothing changed
  std::function<void()> waits;  // called once where another build must be waited for; without it, none is
  std::size_t jobs = 0;         // threads at most; 0: as the machine has
  std::uint32_t shards = 0;     // to be served each by itself; 0: none, and as many as the size asks for
  ShardSize shard_size;         // of a large collection, where `shards` is 0
  // While sources are read, nothing is known of `in_all`.
  std::function<void(const Progress&)> progress = [](const Progress&) {};
};

struct Built {
  bool changed = true;  // false: the index in service was of these very sources
  Metadata metadata;
  Faults faults;  // where not empty, nothing was built
};

// Whatever goes wrong, the index in service stays. Throws Error io, usage, interrupted.
Built build(const BuildRequest& request, const Analyzer& analyzer);

// Asks a running build to stop: it leaves nothing behind and throws Error interrupted. Safe in a signal handler.
void interrupt_build() noexcept;

}  // namespace chiho
