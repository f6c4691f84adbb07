#include "shard_server.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

namespace chiho::test {

namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(socket);
  return ntohs(address.sin_port);
}

bool listens(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  const bool connected = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return connected;
}

pid_t start(std::vector<std::string> words) {
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int stream : {1, 2}) posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // it forks for each who connects
  pid_t process = 0;
  const int failed = posix_spawnp(&process, pointers[0], &files, &attributes, pointers.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  REQUIRE_MESSAGE(failed == 0, "xapian-tcpsrv is not there: package xapian-tools");
  return process;
}

}  // namespace

ShardServer::ShardServer(const std::filesystem::path& shard, int port) : port_(port == 0 ? free_port() : port) {
  process_ = start({"xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", std::to_string(port_), shard});
  for (int tries = 0; !listens(port_); ++tries) {
    REQUIRE_MESSAGE(tries < 500, "xapian-tcpsrv does not listen");
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

ShardServer::ShardServer(ShardServer&& other) noexcept
    : process_(std::exchange(other.process_, 0)), port_(other.port_) {}

ShardServer& ShardServer::operator=(ShardServer&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(port_, other.port_);
  return *this;
}

void ShardServer::signal(int number) const {
  ::kill(-process_, number);
}

void ShardServer::stop() {
  if (process_ == 0) return;
  signal(SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = 0;
}

std::vector<std::filesystem::path> shard_files(const std::filesystem::path& db) {
  std::ifstream current(db / "current");
  std::vector<std::filesystem::path> files;
  int generations = 0;
  for (std::string line; std::getline(current, line);) {
    std::istringstream words(line);
    std::string first;
    std::string name;
    words >> first >> name;
    if (first != "shard") generations += first == "chiho-index" ? 0 : 1;
    if (first == "shard" && generations == 1) files.push_back(db / name);
  }
  return files;
}

std::string stub_of(const std::vector<ShardServer>& servers) {
  std::string lines = "# shards\n";
  for (const ShardServer& server : servers) lines += "remote " + server.place() + "\n";
  return lines;
}

}  // namespace chiho::test
