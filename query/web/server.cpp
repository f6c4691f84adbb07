#include "query/web/server.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "query/web/connection.hpp"
#include "query/web/workers.hpp"

namespace chiho::web {

namespace {

constexpr std::size_t worker_count = 64;
constexpr std::size_t most_waiting = 192;
constexpr std::size_t most_requests = 1000;  // of one connection
constexpr int backlog = 256;

// Of every answer. Only our own style, script, icon and JSON; nobody frames the page, and forms go nowhere else.
constexpr std::array<std::pair<const char*, const char*>, 6> usual_headers{
    {{"Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
     {"X-Content-Type-Options", "nosniff"},
     {"Referrer-Policy", "no-referrer"},
     {"Cross-Origin-Opener-Policy", "same-origin"},
     {"Cross-Origin-Resource-Policy", "same-origin"},
     {"Vary", "Accept-Language"}}};

void set_socket_options(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

bool is_known_method(const std::string& method) {
  return method == "GET" || method == "HEAD";
}

bool is_method(const std::string& method) {
  return !method.empty() && method.size() <= 20 &&
         std::ranges::all_of(method, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; });
}

std::string_view reason(int status) {
  return status == 408   ? "Request Timeout"
         : status == 414 ? "URI Too Long"
         : status == 431 ? "Request Header Fields Too Large"
                         : "Service Unavailable";
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") ||
         (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
}

void put(const WebResponse& page, httplib::Response& response) {
  response.status = page.status;
  response.set_content(page.body, page.type);
  response.set_header("Cache-Control", page.keep ? "public, max-age=31536000, immutable" : "no-cache");
  if (page.status == 405) response.set_header("Allow", "GET, HEAD");
  if (page.status == 503) response.set_header("Retry-After", "1");
}

std::string date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

void add_usual_headers(httplib::Response& response) {
  response.headers.erase("Accept-Ranges");
  response.set_header("Date", date());
  for (const auto& [name, value] : usual_headers) response.set_header(name, value);
}

}  // namespace

class Server::Http : public httplib::Server {
 public:
  Http(const Site& site, AccessLog& access_log, ListenAddress address)
      : site_(site), log_(access_log), address_(std::move(address)) {
    new_task_queue = [this] {
      workers_ = new Workers(worker_count, most_waiting);  // httplib owns it
      return workers_;
    };
    set_socket_options_and_limits();
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
      return HandlerResponse::Handled;
    });
    set_error_handler(HandlerWithResponse(
        [this](const httplib::Request& request, httplib::Response& response) { return refuse(request, response); }));
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) { add_usual_headers(response); });
    set_expect_100_continue_handler([](const httplib::Request&, httplib::Response& response) {
      response.status = 405;
      return response.status;
    });
    set_logger([this](const httplib::Request& request, const httplib::Response& response) { log(request, response); });
    listen_on();
  }

  [[nodiscard]] const ListenAddress& address() const { return address_; }

  void stop_soon() {
    stopping_ = true;
    // It may be about to begin.
    for (int i = 0; i < 1000 && !is_running() && !ended_; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    stop();
  }

  void run() {
    listen_after_bind();
    ended_ = true;
  }

 private:
  void set_socket_options_and_limits() {
    set_socket_options(web::set_socket_options);
    set_keep_alive_max_count(most_requests);
    set_keep_alive_timeout(limits_.idle.count() / 1000);
    set_payload_max_length(0);
  }

  void listen_on() {
    errno = 0;
    int port = address_.port;
    if (port == 0)
      port = bind_to_any_port(address_.host);
    else if (!bind_to_port(address_.host, port))
      port = -1;
    if (port < 0) throw cannot_listen(address_, errno);
    address_.port = port;
    ::listen(svr_sock_, backlog);  // more than httplib asks for
  }

  bool process_and_close_socket(socket_t socket) override {
    Connection connection(
        socket, limits_, [this] { return workers_->is_crowded(); }, [this] { return stopping_.load(); });
    current() = &connection;
    if (Workers::refusing())
      refuse_connection(connection);
    else
      serve(connection);
    current() = nullptr;
    ::close(socket);
    return true;
  }

  void serve(Connection& connection) {
    bool goes_on = true;
    for (std::size_t count = 1; goes_on && count <= most_requests && connection.wait_for_request(); ++count) {
      bool closed = false;
      bool body = false;
      bool understood = false;  // else what follows may be its rest, not another request
      const bool last = count == most_requests || stopping_;
      goes_on = process_request(connection, last, closed, [&](httplib::Request& request) {
        understood = true;
        // Nothing is ranged or compressed, and no body is read.
        request.headers.erase("Range");
        request.ranges.clear();
        request.headers.erase("Accept-Encoding");
        body = !is_known_method(request.method) || has_body(request);
        if (body) request.set_header("Connection", "close");
      });
      if (connection.fault() != 0 && !connection.has_written()) refuse_connection(connection);
      goes_on = connection.flush() && goes_on && understood && !closed && !body && !last && connection.fault() == 0;
    }
    connection.finish();
  }

  // Where httplib has no answer: before a request was understood.
  void refuse_connection(Connection& connection) {
    const int status = connection.fault() != 0 ? connection.fault() : 503;
    std::string text = fmt::format(
        "HTTP/1.1 {} {}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 0\r\nConnection: close\r\n"
        "Date: {}\r\n",
        status, reason(status), date());
    if (status == 503) text += "Retry-After: 1\r\n";
    for (const auto& [name, value] : usual_headers) text += fmt::format("{}: {}\r\n", name, value);
    text += "\r\n";
    connection.write(text.data(), text.size());
    connection.flush();
    LogEntry entry;
    int port = 0;
    connection.get_remote_ip_and_port(entry.remote, port);
    entry.status = status;
    log_.write(entry);
  }

  void answer(const httplib::Request& request, httplib::Response& response) const {
    const std::string language = request.get_header_value("Accept-Language");
    if (is_known_method(request.method))
      put(site_.answer({request.target, language, request.get_header_value("Host")}), response);
    else
      put(site_.refusal(405, language), response);
  }

  // What httplib refused by itself is told as a page of ours.
  HandlerResponse refuse(const httplib::Request& request, httplib::Response& response) const {
    if (!response.body.empty()) return HandlerResponse::Unhandled;
    int status = response.status;
    if (current() != nullptr && current()->fault() != 0) status = current()->fault();
    if (status == 400 && is_method(request.method) && !is_known_method(request.method)) status = 405;
    put(site_.refusal(status, request.get_header_value("Accept-Language")), response);
    response.set_header("Connection", "close");
    return HandlerResponse::Handled;
  }

  void log(const httplib::Request& request, const httplib::Response& response) const {
    LogEntry entry{request.remote_addr,
                   request.method,
                   request.target,
                   request.version,
                   response.status,
                   request.method == "HEAD" ? 0 : response.body.size(),
                   request.get_header_value("Referer"),
                   request.get_header_value("User-Agent")};
    int port = 0;
    if (entry.remote.empty() && current() != nullptr) current()->get_remote_ip_and_port(entry.remote, port);
    log_.write(entry);
  }

  // Of this thread.
  static Connection*& current() {
    thread_local Connection* connection = nullptr;
    return connection;
  }

  const Site& site_;
  AccessLog& log_;
  ListenAddress address_;
  Limits limits_;
  Workers* workers_ = nullptr;
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> ended_ = false;
};

Server::Server(const Site& site, AccessLog& log, const ListenAddress& address)
    : http_(std::make_unique<Http>(site, log, address)) {}

Server::~Server() = default;

const ListenAddress& Server::address() const {
  return http_->address();
}

void Server::run() {
  http_->run();
}

void Server::stop() {
  http_->stop_soon();
}

}  // namespace chiho::web
