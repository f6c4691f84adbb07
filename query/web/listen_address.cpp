#include "query/web/listen_address.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netdb.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace chiho::web {

namespace {

const Text& example() {
  static const Text text{"例: --listen 127.0.0.1:8080、--listen [::1]:8080",
                         "For example --listen 127.0.0.1:8080 or [::1]:8080."};
  return text;
}

[[noreturn]] void throw_unclear(const std::string& text) {
  throw Error(ErrorCode::usage,
              {fmt::format("--listen: 「{}」は、待ち受けるアドレスとして読めません。", text),
               fmt::format("--listen: \"{}\" is no address to listen on", text)},
              example());
}

int port_of(const std::string& digits, const std::string& text) {
  if (digits.find_first_not_of("0123456789") != std::string::npos) throw_unclear(text);
  int port = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (fault == std::errc() && port <= 65535) return port;
  throw Error(
      ErrorCode::usage,
      {fmt::format("--listen: ポート {} はありません。", digits), fmt::format("--listen: no port {}", digits)},
      {"0から65535までの整数です。0 は、空いているどれか。", "A whole number from 0 to 65535; 0: any that is free."});
}

bool is_known(const std::string& host) {
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), nullptr, nullptr, &found) != 0) return false;
  ::freeaddrinfo(found);
  return true;
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
  address.port = port_of(port, text);
  return address;
}

Error cannot_listen(const ListenAddress& address, int fault) {
  if (fault == 0 || !is_known(address.host))
    return {ErrorCode::io,
            {fmt::format("--listen: 「{}」という名前やアドレスは見つかりません。", address.host),
             fmt::format("--listen: no host or address \"{}\" is known here", address.host)},
            example()};
  Text why{std::strerror(fault), std::strerror(fault)};
  Text hint{"--listen で別のポートを指定してください。", "Name another port by --listen."};
  if (fault == EADDRINUSE) why.ja = "ほかのプログラムが使っています";
  if (fault == EACCES) why.ja = "1024 未満のポートには権限が要ります";
  if (fault == EADDRNOTAVAIL) {
    why.ja = "この機械のアドレスではありません";
    hint = {"この機械のアドレスを指定してください。" + example().ja,
            "Name an address of this machine. " + example().en};
  }
  return {ErrorCode::io,
          {fmt::format("{} で待ち受けできません: {}", address.url(), why.ja),
           fmt::format("cannot listen on {}: {}", address.url(), why.en)},
          hint};
}

}  // namespace chiho::web
