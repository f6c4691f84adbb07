// A running `chiho-search serve`, and what it answers.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "../cli/program.hpp"

namespace chiho::test {

struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in small letters
  std::string body;

  [[nodiscard]] bool has(const std::string& part) const { return body.find(part) != std::string::npos; }
};

class Served {
 public:
  explicit Served(const std::filesystem::path& db, const std::vector<std::string>& more = {});
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  // `target` as it goes over the wire. Headers end in "\r\n".
  [[nodiscard]] Reply get(const std::string& target, const std::string& headers = "") const;
  // Bytes as they are; what comes back until the server closes, or `seconds` are over.
  [[nodiscard]] std::string raw(const std::string& bytes, double seconds = 5) const;
  // A connection of one's own.
  [[nodiscard]] int connect() const;
  // The same, or -1 where nobody listens.
  [[nodiscard]] int try_connect() const;
  // Sends and reads until the other side closes, or `seconds` are over; closes.
  static std::string talk(int socket, const std::string& bytes, double seconds);
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] pid_t process() const { return process_; }
  [[nodiscard]] std::string errors() const;
  // Sends the signal and waits for the end: the exit code.
  int end(int signal);

 private:
  TemporaryFolder folder_;
  pid_t process_ = 0;
  int port_ = 0;
};

Reply reply_of(const std::string& bytes);
// Of a word in an address.
std::string encoded(const std::string& word);

}  // namespace chiho::test
