// The access log, in the combined format that web servers write and log readers know.
#pragma once

#include <atomic>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>

namespace chiho::web {

struct LogEntry {
  std::string remote;
  std::string method;
  std::string target;
  std::string version;  // HTTP/1.1
  int status = 0;
  std::size_t bytes = 0;
  std::string referer;
  std::string user_agent;
};

// One line, ended by '\n'. Nothing from outside can end it or its quotes: such characters are written \xHH.
std::string log_line(const LogEntry& entry, std::time_t when);

class AccessLog {
 public:
  // Empty: standard error. Throws Error io if the file cannot be opened.
  explicit AccessLog(std::filesystem::path file);
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  void write(const LogEntry& entry) const;
  // After the file was moved away.
  void reopen();

 private:
  [[nodiscard]] int open() const;

  std::filesystem::path file_;
  std::atomic<int> descriptor_;
};

}  // namespace chiho::web
