// The shards that a stub lists, opened: all of one build, each there once.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "query/index/metadata.hpp"
#include "query/index/shards.hpp"

namespace chiho {

// How to open an index whose shards are served.
struct Opening {
  bool partial = false;              // answer without the shards that are not there
  std::chrono::seconds patience{5};  // how long a server may take over one answer
};

struct Cluster {
  Shards shards;
  Metadata metadata;                 // of the shards that are there, together
  std::vector<std::string> missing;  // HOST:PORT of those that are not
};

// Throws ShardLost for servers that do not answer, unless `opening` says to do without; Error index where what they
// serve is no index of ours, or not one whole index.
Cluster open_cluster(const std::filesystem::path& stub, const Opening& opening);

}  // namespace chiho
