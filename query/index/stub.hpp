// A file that lists the shards of an index, in the format of Xapian's stub databases:
//
//   # comments and empty lines say nothing
//   remote HOST:PORT     a shard served by xapian-tcpsrv
//   auto PATH            a shard's file, relative to the stub; `glass` says the same
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chiho {

struct StubEntry {
  std::string host;            // empty: a file
  unsigned port = 0;           // of the host
  std::filesystem::path file;  // where there is no host

  [[nodiscard]] std::string place() const;  // as it is told to people: HOST:PORT, or the file
};

// At least one. Throws Error index for a line that is none of these, Error io if the file cannot be read.
std::vector<StubEntry> read_stub(const std::filesystem::path& stub);

}  // namespace chiho
