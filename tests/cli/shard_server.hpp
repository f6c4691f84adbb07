// xapian-tcpsrv, as Debian ships it, serving one shard on this machine.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace chiho::test {

class ShardServer {
 public:
  // Listens when this returns. `port` 0: any that is free.
  explicit ShardServer(const std::filesystem::path& shard, int port = 0);
  ~ShardServer() { stop(); }
  ShardServer(ShardServer&& other) noexcept;
  ShardServer(const ShardServer&) = delete;
  ShardServer& operator=(ShardServer&& other) noexcept;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string place() const { return "127.0.0.1:" + std::to_string(port_); }
  // To it and to those that answer for it.
  void signal(int number) const;
  void stop();

 private:
  pid_t process_ = 0;
  int port_ = 0;
};

// The shards' files of the generation in service, in order.
std::vector<std::filesystem::path> shard_files(const std::filesystem::path& db);

// Lines of a stub for these.
std::string stub_of(const std::vector<ShardServer>& servers);

}  // namespace chiho::test
