// What a server must bear, over real sockets.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "served.hpp"

namespace chiho::test {
namespace {

const Served& server() {
  static const Served served(digest_index());
  return served;
}

constexpr const char* rest = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

std::string get_line(const std::string& target) {
  return "GET " + target + rest;
}

TEST_CASE("every answer keeps the browser to this site, the refusals too") {
  struct Example {
    std::string bytes;
    int status;
  };
  for (const Example& example : {
           Example{get_line("/"), 200},
           Example{get_line("/search?q=a"), 200},
           Example{get_line("/search.json?q=a"), 200},
           Example{get_line("/opensearch.xml"), 200},
           Example{get_line("/healthz"), 200},
           Example{get_line("/search?n=x"), 400},
           Example{get_line("/%zz"), 400},
           Example{"nonsense\r\n\r\n", 400},
           Example{get_line("/nobody"), 404},
           Example{get_line("/office/nobody"), 404},
           Example{"POST /" + std::string(rest), 405},
           Example{get_line("/" + std::string(20000, 'a')), 414},
           Example{"GET / HTTP/1.1\r\nX: " + std::string(20000, 'a') + "\r\n\r\n", 431},
       }) {
    CAPTURE(example.bytes.substr(0, 40));
    const Reply reply = reply_of(server().raw(example.bytes));
    CHECK(reply.status == example.status);
    const auto header = [&](const char* name) {
      const auto found = reply.headers.find(name);
      return found == reply.headers.end() ? std::string() : found->second;
    };
    const std::string policy = header("content-security-policy");
    CHECK(policy.starts_with("default-src 'none'; "));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("http") == std::string::npos);
    CHECK(header("x-content-type-options") == "nosniff");
    CHECK(header("referrer-policy") == "no-referrer");
    CHECK_FALSE(header("date").empty());
    CHECK_FALSE(header("content-type").empty());
  }
}

TEST_CASE("GET and HEAD, and nothing else") {
  const Reply get = server().get("/search?q=ODA");
  const Reply head = reply_of(server().raw(std::string("HEAD /search?q=ODA") + rest));
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.headers.at("content-length") == std::to_string(get.body.size()));
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"}) {
    CAPTURE(method);
    const Reply refused = reply_of(server().raw(std::string(method) + " /" + rest));
    CHECK(refused.status == 405);
    CHECK(refused.headers.at("allow") == "GET, HEAD");
  }
  // A body is not read, and the connection not used again.
  const std::string posted =
      server().raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 30\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n");
  CHECK(reply_of(posted).status == 405);
  CHECK(posted.find("ok\n") == std::string::npos);
  CHECK(reply_of(server().raw("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n"))
            .status == 405);
}

TEST_CASE("malformed requests have an answer") {
  struct Example {
    std::string bytes;
    int status;
  };
  for (const Example& example : {
           Example{"GET /%" + std::string(rest), 400},
           Example{"GET /search?q=%FF" + std::string(rest), 400},
           Example{"GET /%00" + std::string(rest), 400},
           Example{"GET nowhere" + std::string(rest), 400},
           Example{"GET / HTTP/3.0\r\n\r\n", 400},
           Example{"nonsense\r\n\r\n", 400},
           Example{"GET /" + std::string(9000, 'a') + rest, 414},
           Example{"GET /" + std::string(100000, 'a') + rest, 414},
           Example{"GET / HTTP/1.1\r\nX: " + std::string(20000, 'a') + "\r\n\r\n", 431},
           Example{"GET /search?q=" + std::string(501, 'a') + rest, 400},
           Example{"GET /search?n=1000000" + std::string(rest), 400},
       }) {
    CAPTURE(example.bytes.substr(0, 40));
    CHECK(reply_of(server().raw(example.bytes)).status == example.status);
  }
  std::string many = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 5000; ++i) many += "A: b\r\n";
  CHECK(reply_of(server().raw(many + "\r\n")).status == 431);
  // Neither ranges nor compression: every answer is whole.
  const Reply ranged = server().get("/healthz", "Range: bytes=0-0\r\nAccept-Encoding: gzip, br\r\n");
  CHECK(ranged.status == 200);
  CHECK(ranged.body == "ok\n");
  CHECK(server().get("/healthz", "Range: bytes=" + std::string(7000, '1') + "-\r\n").status != 0);
  CHECK(server().get("/healthz").status == 200);
}

TEST_CASE("what follows a request that is none is not taken for another") {
  for (const std::string line : {"GET / HTTP/3.9", "nonsense", "GET /", "get / HTTP/1.1"}) {
    CAPTURE(line);
    const std::string all = server().raw(line + "\r\nHost: a\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 2);
    CHECK(reply_of(all).status == 400);
    CHECK(reply_of(all).headers.at("connection") == "close");
    CHECK(all.find("HTTP/1.1 ") == all.rfind("HTTP/1.1 "));
  }
}

TEST_CASE("a connection serves one request after another") {
  const std::string two = server().raw("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz" + std::string(rest));
  CHECK(two.find("ok\n") != two.rfind("ok\n"));
  CHECK(reply_of(server().raw("GET /healthz HTTP/1.0\r\n\r\n")).body == "ok\n");
}

TEST_CASE("slow clients keep nobody else waiting") {
  std::vector<int> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(server().connect());
    ::send(slow.back(), "GET /", 5, MSG_NOSIGNAL);
  }
  CHECK(server().get("/healthz").body == "ok\n");
  for (const int socket : slow) ::close(socket);
  CHECK(server().get("/healthz").body == "ok\n");
}

TEST_CASE("a client that sends a letter now and then is told that its time is over") {
  const int socket = server().connect();
  const auto begin = std::chrono::steady_clock::now();
  const auto taken = [&] { return std::chrono::steady_clock::now() - begin; };
  std::string back;
  std::array<char, 4096> buffer{};
  ::send(socket, "GET /", 5, MSG_NOSIGNAL);
  while (back.empty() && taken() < std::chrono::seconds(20)) {
    ::send(socket, "a", 1, MSG_NOSIGNAL);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const auto got = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0) back.assign(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(socket);
  CHECK(back.starts_with("HTTP/1.1 408 "));
  CHECK(taken() < std::chrono::seconds(15));
}

TEST_CASE("more connections than it takes: some are refused, none is left without an answer, and it goes on") {
  std::vector<int> many;
  const std::string asking = get_line("/healthz");
  for (int i = 0; i < 600; ++i) {
    many.push_back(server().connect());
    ::send(many.back(), asking.data(), asking.size(), MSG_NOSIGNAL);
  }
  int answered = 0;
  int refused = 0;
  for (const int socket : many) {
    std::array<char, 4096> buffer{};
    pollfd wanted{socket, POLLIN, 0};
    const bool ready = ::poll(&wanted, 1, 10000) > 0;
    const auto got = ready ? ::recv(socket, buffer.data(), buffer.size(), 0) : 0;
    const std::string_view reply(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    answered += reply.starts_with("HTTP/1.1 200 ") ? 1 : 0;
    refused += reply.starts_with("HTTP/1.1 503 ") ? 1 : 0;
    ::close(socket);
  }
  CHECK(answered + refused == 600);
  CHECK(answered >= 64);
  CHECK(server().get("/healthz").body == "ok\n");
}

TEST_CASE("connections that rest are given up for one that asks") {
  std::vector<int> resting;
  for (int i = 0; i < 200; ++i) resting.push_back(server().connect());
  const auto begin = std::chrono::steady_clock::now();
  CHECK(server().get("/healthz").body == "ok\n");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
  for (const int socket : resting) ::close(socket);
}

TEST_CASE("a new index answers within a second, and nothing fails meanwhile") {
  const TemporaryFolder folder;
  const std::filesystem::path next = next_edition(folder);
  const std::string db = (folder.path() / "db").string();
  REQUIRE(run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", "--db", db}).exit_code == 0);
  const Served served(db);
  std::atomic<bool> done = false;
  std::atomic<int> failed = 0;
  std::atomic<int> answered = 0;
  // One asks for what is ready, the other for what was never asked before.
  const auto ask = [&](const std::function<std::string(int)>& target) {
    for (int i = 0; !done; ++i) served.get(target(i)).status == 200 ? ++answered : ++failed;
  };
  std::thread same(ask, [](int) { return "/search.json?q=" + encoded("水道"); });
  std::thread other(ask, [](int i) { return "/search?q=" + encoded("国際 " + std::to_string(i)); });
  const std::string office = "/office/" + encoded("開発協力総括課");
  for (int i = 0; i < 6; ++i) {
    const bool new_one = i % 2 == 0;
    REQUIRE(run("chiho-index", {"build", new_one ? next.string() : CHIHO_SOURCE_DIR "/corpus/2018-07", "--db", db})
                .exit_code == 0);
    const auto built = std::chrono::steady_clock::now();
    const auto since = [&] { return std::chrono::steady_clock::now() - built; };
    const char* phone = new_one ? "03-5501-9999" : "03-5501-8373";
    while (!served.get(office).has(phone) && since() < std::chrono::seconds(5)) {
    }
    CHECK(since() < std::chrono::seconds(1));
  }
  // An index that cannot be read is none: the one in service stays.
  std::filesystem::rename(std::filesystem::path(db) / "current", folder.path() / "current");
  CHECK(served.get("/search?q=a").status == 200);
  folder.write("db/current", "nonsense");
  CHECK(served.get("/search?q=a").status == 200);
  CHECK(served.get("/office/" + encoded("開発協力総括課")).has("03-5501-8373"));
  done = true;
  same.join();
  other.join();
  CHECK(answered > 0);
  CHECK(failed == 0);
}

TEST_CASE("a clean stop: what is under way is answered, the log is whole") {
  for (const auto& [signal, code] : {std::pair{SIGTERM, 0}, std::pair{SIGINT, 130}}) {
    const TemporaryFolder folder;
    const std::string log = (folder.path() / "access.log").string();
    Served served(digest_index(), {"--access-log", log});
    CHECK(served.get("/healthz", "User-Agent: \"x\r\n").body == "ok\n");
    const int idle = served.connect();
    CHECK(served.end(signal) == code);
    ::close(idle);
    CHECK(contents_of(log).find("\"GET /healthz HTTP/1.1\" 200 3 \"-\" \"\\\"x\"\n") != std::string::npos);
    CHECK(served.errors().empty());
  }
}

TEST_CASE("a stop cuts off no answer, and waits for nobody who dawdles") {
  Served served(digest_index());
  const int slow = served.connect();
  ::send(slow, "GET /", 5, MSG_NOSIGNAL);
  std::atomic<int> whole = 0;
  std::atomic<int> cut = 0;
  std::vector<std::thread> clients;
  for (int client = 0; client < 4; ++client)
    clients.emplace_back([&, client] {
      for (int i = 0;; ++i) {
        const int socket = served.try_connect();
        if (socket < 0) return;
        const std::string bytes = Served::talk(
            socket, get_line("/search?n=30&q=" + encoded("国際") + "&offset=" + std::to_string(client + 4 * i)), 10);
        const Reply reply = reply_of(bytes);
        // Nothing at all: the server had stopped before it took the connection.
        if (bytes.empty()) return;
        const bool is_whole =
            reply.status == 200 && std::to_string(reply.body.size()) == reply.headers.at("content-length");
        ++(is_whole ? whole : cut);
      }
    });
  while (whole < 40) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(served.end(SIGTERM) == 0);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  for (std::thread& client : clients) client.join();
  ::close(slow);
  CHECK(cut == 0);
}

TEST_CASE("an address that other machines can reach is warned of") {
  const TemporaryFolder folder;
  const std::string begin = "timeout -s TERM 5 chiho-search serve --lang en --db '" + digest_index().string() + "' ";
  CHECK(run_script(begin + "--listen 0.0.0.0:0 & sleep 2; kill %1; wait", folder.path())
            .err.find("listening where other machines can reach it") != std::string::npos);
  CHECK(run_script(begin + "--listen 127.0.0.1:0 & sleep 2; kill %1; wait", folder.path()).err.empty());
}

TEST_CASE("the systemd unit is sound, and its sandbox tight") {
  const TemporaryFolder folder;
  const Outcome known = run_script("systemd-analyze --version", folder.path());
  if (known.exit_code != 0) {
    MESSAGE("skipped: no systemd-analyze here");
    return;
  }
  const std::filesystem::path unit = folder.path() / "chiho-search.service";
  std::filesystem::copy_file(CHIHO_SOURCE_DIR "/packaging/chiho-search.service", unit);
  replace_in(unit, "ExecStart=/usr/bin/chiho-search", "ExecStart=" CHIHO_BIN_DIR "/chiho-search");
  const Outcome verified = run_script("systemd-analyze verify --man=no ./chiho-search.service", folder.path());
  INFO(verified.err);
  CHECK(verified.exit_code == 0);
  CHECK(verified.err.empty());
  const Outcome rated =
      run_script("systemd-analyze security --offline=true --threshold=15 ./chiho-search.service", folder.path());
  INFO(rated.err);
  CHECK(rated.exit_code == 0);
}

TEST_CASE("a log that was moved away is opened anew") {
  const TemporaryFolder folder;
  const std::filesystem::path log = folder.path() / "access.log";
  const Served served(digest_index(), {"--access-log", log.string()});
  CHECK(served.get("/healthz").status == 200);
  std::filesystem::rename(log, folder.path() / "access.log.1");
  ::kill(served.process(), SIGHUP);
  for (int i = 0; i < 200 && !std::filesystem::exists(log); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(served.get("/nobody").status == 404);
  CHECK(contents_of(log).find("/nobody") != std::string::npos);
  CHECK(contents_of(log).find("/healthz") == std::string::npos);
}

TEST_CASE("where it cannot serve, it says so") {
  const std::string db = digest_index().string();
  CHECK(run("chiho-search", {"serve", "--db", "/nonexistent"}).exit_code == 3);
  CHECK(run("chiho-search", {"serve", "words", "--db", db}).exit_code == 2);
  CHECK(run("chiho-search", {"serve", "--db", db, "--access-log", "/nonexistent/log"}).exit_code == 5);
}

TEST_CASE("where it cannot listen, it says why, and where it could") {
  struct Example {
    std::string listen;
    int exit_code;
    const char* says;
    const char* hints;
  };
  for (const Example& example : std::vector<Example>{
           {"127.0.0.1:" + std::to_string(server().port()), 5, "ほかのプログラムが使っています", "別のポート"},
           {"nobody.invalid", 5, "「nobody.invalid」という名前やアドレスは見つかりません", "127.0.0.1:8080"},
           {"192.0.2.1:8080", 5, "この機械のアドレスではありません", "127.0.0.1:8080"},
           {"127.0.0.1:65536", 2, "ポート 65536 はありません", "65535"},
           {"[::1]:99999999999", 2, "ポート 99999999999 はありません", "65535"},
           {"nonsense:x", 2, "「nonsense:x」", "127.0.0.1:8080"},
           {"[::1", 2, "「[::1」", "127.0.0.1:8080"},
       }) {
    CAPTURE(example.listen);
    const Outcome outcome = run("chiho-search", {"serve", "--db", digest_index().string(), "--listen", example.listen});
    CHECK(outcome.exit_code == example.exit_code);
    CHECK(outcome.err.find(example.says) != std::string::npos);
    CHECK(outcome.err.find(example.hints) != std::string::npos);
    CHECK(outcome.err.find("Success") == std::string::npos);
  }
}

TEST_CASE("IPv6 is listened on too") {
  const TemporaryFolder folder;
  const Outcome outcome = run_script(
      "timeout -s TERM 2 chiho-search serve --db '" + digest_index().string() + "' --listen '[::1]:0'", folder.path());
  CHECK((outcome.out.starts_with("http://[::1]:") || outcome.err.find("[::1]") != std::string::npos));
}

}  // namespace
}  // namespace chiho::test
