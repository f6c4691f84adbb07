// A connection with limits: how long a request line and its headers may be, and how long they may take. httplib itself
// would read on as long as bytes come.
#pragma once

#include <httplib.h>

#include <chrono>
#include <functional>
#include <string>

namespace chiho::web {

struct Limits {
  std::size_t request_line = 8000;  // bytes; httplib's own limit is 8192
  std::size_t head = 16384;         // bytes, request line and headers
  std::chrono::milliseconds head_time{10000};
  std::chrono::milliseconds hurried{1000};  // the same while others wait for a worker
  std::chrono::milliseconds write_time{10000};
  std::chrono::milliseconds idle{5000};  // between the requests of a connection
};

class Connection : public httplib::Stream {
 public:
  // `hurry` says whether others wait, `stopping` whether the server ends.
  Connection(socket_t socket, const Limits& limits, std::function<bool()> hurry, std::function<bool()> stopping);

  // Whether a request begins before the connection has been idle too long.
  bool wait_for_request();
  // Sends what was written.
  bool flush();
  // Says goodbye so that what was sent arrives even where not all was read.
  void finish();

  // 0, or the status that says which limit was passed: 408, 414, 431.
  [[nodiscard]] int fault() const { return fault_; }
  [[nodiscard]] bool has_written() const { return !out_.empty(); }

  [[nodiscard]] bool is_readable() const override;
  [[nodiscard]] bool is_writable() const override;
  ssize_t read(char* to, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool fill();  // the buffer, with at least a byte
  [[nodiscard]] bool poll_for(short what, std::chrono::milliseconds time) const;

  socket_t socket_;
  const Limits& limits_;
  std::function<bool()> hurry_;
  std::function<bool()> stopping_;
  std::string in_;
  std::size_t at_ = 0;  // of what is read of `in_`
  std::string out_;
  Clock::time_point began_;
  std::size_t head_ = 0;  // bytes of this request
  bool in_line_ = true;   // its first line
  int fault_ = 0;
};

}  // namespace chiho::web
