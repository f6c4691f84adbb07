// Where to listen: 127.0.0.1:8080, [::1]:8080, localhost, :8080 (loopback), 8080.
#pragma once

#include <string>

namespace chiho::web {

struct ListenAddress {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any that is free

  // Whether only this machine can reach it.
  [[nodiscard]] bool is_loopback() const;
  // As a browser takes it.
  [[nodiscard]] std::string url() const;
};

// Throws Error usage.
ListenAddress listen_address(const std::string& text);

}  // namespace chiho::web
