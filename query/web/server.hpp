// The site on a socket: HTTP/1.1 by httplib, within limits.
#pragma once

#include <memory>

#include "query/web/access_log.hpp"
#include "query/web/listen_address.hpp"
#include "query/web/site.hpp"

namespace chiho::web {

class Server {
 public:
  // Listens. Throws Error io if it cannot.
  Server(const Site& site, AccessLog& log, const ListenAddress& address);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // With the port that was chosen, where any would do.
  [[nodiscard]] const ListenAddress& address() const;
  // Serves until stop(), then ends what is under way.
  void run();
  // From any thread.
  void stop();

 private:
  class Http;
  std::unique_ptr<Http> http_;
};

}  // namespace chiho::web
