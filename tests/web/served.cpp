#include "served.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <sstream>
#include <thread>

#include "query/web/markup.hpp"

namespace chiho::test {

using Clock = std::chrono::steady_clock;

Served::Served(const std::filesystem::path& db, const std::vector<std::string>& more) {
  std::vector<std::string> words{
      std::string(CHIHO_BIN_DIR) + "/chiho-search", "serve", "--db", db.string(), "--listen", "127.0.0.1:0"};
  words.insert(words.end(), more.begin(), more.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string home = "HOME=/nonexistent";
  std::array<char*, 2> environment{home.data(), nullptr};
  const std::string out = (folder_.path() / "out").string();
  const std::string err = (folder_.path() / "err").string();
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const int failed = posix_spawn(&process_, words[0].c_str(), &files, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&files);
  REQUIRE(failed == 0);
  for (int i = 0; i < 2000 && contents_of(out).find('\n') == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  const std::string url = contents_of(out);
  INFO(contents_of(err));
  REQUIRE(url.starts_with("http://127.0.0.1:"));
  port_ = std::stoi(url.substr(17));
}

Served::~Served() {
  if (process_ != 0) end(SIGKILL);
}

std::string Served::errors() const {
  return contents_of(folder_.path() / "err");
}

int Served::end(int signal) {
  ::kill(process_, signal);
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int Served::try_connect() const {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return socket;
  ::close(socket);
  return -1;
}

int Served::connect() const {
  const int socket = try_connect();
  REQUIRE(socket >= 0);
  return socket;
}

std::string Served::raw(const std::string& bytes, double seconds) const {
  return talk(connect(), bytes, seconds);
}

std::string Served::talk(int socket, const std::string& bytes, double seconds) {
  ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  std::string back;
  const auto until = Clock::now() + std::chrono::duration<double>(seconds);
  std::array<char, 65536> buffer{};
  while (Clock::now() < until) {
    pollfd wanted{socket, POLLIN, 0};
    if (::poll(&wanted, 1, 50) <= 0) continue;
    const auto got = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (got <= 0) break;
    back.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(socket);
  return back;
}

Reply Served::get(const std::string& target, const std::string& headers) const {
  return reply_of(raw("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + "\r\n"));
}

Reply reply_of(const std::string& bytes) {
  Reply reply;
  const std::size_t end = bytes.find("\r\n\r\n");
  if (!bytes.starts_with("HTTP/1.1 ") || end == std::string::npos) return reply;
  reply.status = std::stoi(bytes.substr(9, 3));
  reply.body = bytes.substr(end + 4);
  std::istringstream lines(bytes.substr(0, end + 2));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    reply.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return reply;
}

std::string encoded(const std::string& word) {
  return web::percent_encoded(word);
}

}  // namespace chiho::test
