// chiho-search-serve, which `chiho-search serve` becomes: a program of its own, so that a search does not wait for the
// libraries of HTTP to load.
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "query/commands/engine.hpp"
#include "query/commands/options.hpp"
#include "query/program/terminal.hpp"
#include "query/web/server.hpp"

namespace chiho {

namespace {

constexpr int end_of_waiting = SIGUSR1;

void tell(const Text& text, Lang lang) {
  const std::string line = fmt::format("chiho-search: {}\n", for_terminal(text.in(lang)));
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

// SIGTERM and SIGINT end the server, SIGHUP opens its log anew. A thread of its own waits for them, and all others have
// them blocked.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, end_of_waiting}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  ~Signals() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), end_of_waiting);
    thread_.join();
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  void wait_for(web::Server& server, web::AccessLog& log) {
    thread_ = std::thread([this, &server, &log] {
      int signal = 0;
      while (sigwait(&set_, &signal) == 0) {
        if (signal == end_of_waiting) return;
        if (signal == SIGHUP) {
          log.reopen();
          continue;
        }
        if (signal == SIGINT) interrupted_ = true;
        server.stop();
      }
    });
  }

  [[nodiscard]] bool interrupted() const { return interrupted_; }

 private:
  sigset_t set_{};
  std::thread thread_;
  std::atomic<bool> interrupted_ = false;
};

int serve(const CommandLine& line, Lang lang) {
  const auto address = web::listen_address(line.value("listen", "127.0.0.1:8080"));
  Signals signals;
  const Analyzer analyzer;
  const Synonyms synonyms = synonyms_of(line);
  const std::size_t searches = 2 * std::size_t{std::max(2U, std::thread::hardware_concurrency())};
  // Memory is shared by the threads, not held by each for itself: what 64 of them once used would never be given back.
  ::mallopt(M_ARENA_MAX, static_cast<int>(searches));
  web::Handles handles(index_path(line.value("db")), opening_of(line), analyzer, synonyms, searches,
                       [lang](const Error& error) { tell(error.message(), lang); });
  const web::Site site(handles);
  web::AccessLog log(line.value("access-log"));
  web::Server server(site, log, address);
  if (!address.is_loopback())
    tell({"ほかの機械からも見える場所で待ち受けます。公開するときは、前に HTTPS のサーバーを置いてください。",
          "listening where other machines can reach it; put an HTTPS server in front of it"},
         lang);
  print(fmt::format("{}\n", server.address().url()));
  signals.wait_for(server, log);
  server.run();
  return signals.interrupted() ? static_cast<int>(ErrorCode::interrupted) : 0;
}

}  // namespace

}  // namespace chiho

int main(int argc, char** argv) {
  return chiho::run_program(chiho::search_program(), argc, argv, chiho::serve);
}
