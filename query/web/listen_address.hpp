// Where to listen: 127.0.0.1:8080, [::1]:8080, localhost, :8080 (loopback), 8080.
#pragma once

#include <string>

#include "error/error.hpp"

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

// Why nobody can listen there: `fault` is the errno, 0 where the host could not be found.
Error cannot_listen(const ListenAddress& address, int fault);

}  // namespace chiho::web
