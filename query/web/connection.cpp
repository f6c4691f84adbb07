#include "query/web/connection.hpp"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace chiho::web {

namespace {

constexpr std::size_t buffer_size = 4096;
// How long a wait goes on before it looks whether others wait.
constexpr std::chrono::milliseconds slice{50};
// What a client still sends after it was answered is read this far.
constexpr std::size_t most_drained = 1U << 20U;
constexpr std::chrono::milliseconds drain_time{500};

using Name = int (*)(int, sockaddr*, socklen_t*);

void numeric_name(socket_t socket, Name name, std::string& ip, int& port) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  if (name(socket, plain, &length) != 0 || ::getnameinfo(plain, length, host.data(), host.size(), service.data(),
                                                         service.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return;
  ip = host.data();
  port = std::atoi(service.data());
}

}  // namespace

Connection::Connection(socket_t socket, const Limits& limits, std::function<bool()> hurry,
                       std::function<bool()> stopping)
    : socket_(socket), limits_(limits), hurry_(std::move(hurry)), stopping_(std::move(stopping)) {}

bool Connection::poll_for(short what, std::chrono::milliseconds time) const {
  pollfd wanted{socket_, what, 0};
  int ready = 0;
  do {
    ready = ::poll(&wanted, 1, static_cast<int>(time.count()));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

bool Connection::wait_for_request() {
  const auto idle_since = Clock::now();
  bool begun = at_ < in_.size();
  while (!begun) {
    const auto idle = Clock::now() - idle_since;
    if (stopping_() || idle >= limits_.idle || (idle >= slice && hurry_())) return false;
    begun = poll_for(POLLIN, slice);
  }
  began_ = Clock::now();
  head_ = 0;
  in_line_ = true;
  return true;
}

bool Connection::fill() {
  while (true) {
    const auto taken = Clock::now() - began_;
    if (taken >= limits_.head_time || (taken >= limits_.hurried && (hurry_() || stopping_()))) {
      fault_ = 408;
      return false;
    }
    if (poll_for(POLLIN, slice)) break;
  }
  in_.resize(buffer_size);
  at_ = 0;
  const auto got = ::recv(socket_, in_.data(), in_.size(), 0);
  in_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return got > 0;
}

ssize_t Connection::read(char* to, size_t size) {
  if (fault_ != 0 || (at_ == in_.size() && !fill())) return -1;
  const std::size_t count = std::min(size, in_.size() - at_);
  std::copy_n(in_.data() + at_, count, to);
  at_ += count;
  head_ += count;
  if (in_line_ && std::find(to, to + count, '\n') != to + count) in_line_ = false;
  if (in_line_ && head_ > limits_.request_line) fault_ = 414;
  if (!in_line_ && head_ > limits_.head) fault_ = 431;
  return fault_ != 0 ? -1 : static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* from, size_t size) {
  out_.append(from, size);
  return static_cast<ssize_t>(size);
}

bool Connection::flush() {
  const auto deadline = Clock::now() + limits_.write_time;
  std::string_view rest = out_;
  bool sent_all = true;
  while (!rest.empty()) {
    const auto sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      rest.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (Clock::now() >= deadline || (stopping_() && Clock::now() + limits_.hurried >= deadline)) break;
      [[maybe_unused]] const bool ready = poll_for(POLLOUT, slice);
    } else if (errno != EINTR) {
      break;
    }
  }
  sent_all = rest.empty();
  out_.clear();
  return sent_all;
}

void Connection::finish() {
  ::shutdown(socket_, SHUT_WR);
  const auto deadline = Clock::now() + drain_time;
  std::array<char, buffer_size> rest{};
  for (std::size_t drained = 0; drained < most_drained && Clock::now() < deadline && !hurry_();) {
    if (!poll_for(POLLIN, slice)) continue;
    const auto got = ::recv(socket_, rest.data(), rest.size(), MSG_DONTWAIT);
    if (got <= 0) break;
    drained += static_cast<std::size_t>(got);
  }
}

bool Connection::is_readable() const {
  return at_ < in_.size() || poll_for(POLLIN, std::chrono::milliseconds(0));
}

bool Connection::is_writable() const {
  return true;
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  numeric_name(socket_, ::getpeername, ip, port);
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  numeric_name(socket_, ::getsockname, ip, port);
}

}  // namespace chiho::web
