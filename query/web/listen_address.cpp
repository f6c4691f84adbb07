#include "query/web/listen_address.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "error/error.hpp"

namespace chiho::web {

namespace {

[[noreturn]] void throw_unclear(const std::string& text) {
  throw Error(
      ErrorCode::usage,
      {fmt::format("--listen: 「{}」は分かりません。", text), fmt::format("--listen: what is \"{}\"?", text)},
      {"例: --listen 127.0.0.1:8080、--listen [::1]:8080", "For example --listen 127.0.0.1:8080 or [::1]:8080."});
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool ListenAddress::is_loopback() const {
  in_addr v4{};
  in6_addr v6{};
  if (::inet_pton(AF_INET, host.c_str(), &v4) == 1) return (ntohl(v4.s_addr) >> 24U) == 127;
  if (::inet_pton(AF_INET6, host.c_str(), &v6) == 1) return IN6_IS_ADDR_LOOPBACK(&v6);
  return host == "localhost";
}

std::string ListenAddress::url() const {
  return host.find(':') == std::string::npos ? fmt::format("http://{}:{}/", host, port)
                                             : fmt::format("http://[{}]:{}/", host, port);
}

ListenAddress listen_address(const std::string& text) {
  ListenAddress address;
  std::string port;
  const std::size_t bracket = text.find(']');
  const std::size_t colon = text.rfind(':');
  if (is_number(text)) {
    port = text;
  } else if (text.starts_with('[')) {
    if (bracket == std::string::npos) throw_unclear(text);
    address.host = text.substr(1, bracket - 1);
    if (bracket + 1 < text.size() && text[bracket + 1] != ':') throw_unclear(text);
    port = bracket + 1 < text.size() ? text.substr(bracket + 2) : "8080";
  } else if (std::ranges::count(text, ':') > 1) {
    address.host = text;
  } else {
    if (colon != 0) address.host = text.substr(0, colon);
    if (colon != std::string::npos) port = text.substr(colon + 1);
    if (colon != std::string::npos && port.empty()) throw_unclear(text);
  }
  if (address.host.empty() || address.host.find_first_of(" /?#@") != std::string::npos) throw_unclear(text);
  if (port.empty()) return address;
  const auto [end, fault] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (fault != std::errc() || end != port.data() + port.size() || address.port < 0 || address.port > 65535)
    throw_unclear(text);
  return address;
}

}  // namespace chiho::web
