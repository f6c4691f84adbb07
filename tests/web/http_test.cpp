// What a server must bear, over real sockets.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "served.hpp"

namespace chiho::test {
namespace {

const Served& server() {
  static const Served served(digest_index());
  return served;
}

constexpr const char* rest = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

TEST_CASE("every answer keeps the browser to this site") {
  for (const char* target : {"/", "/search?q=a", "/search.json?q=a", "/healthz", "/nobody", "/%zz"}) {
    CAPTURE(target);
    const Reply reply = server().get(target);
    const std::string policy = reply.headers.at("content-security-policy");
    CHECK(policy.starts_with("default-src 'none'; "));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("http") == std::string::npos);
    CHECK(reply.headers.at("x-content-type-options") == "nosniff");
    CHECK(reply.headers.at("referrer-policy") == "no-referrer");
    CHECK(reply.headers.contains("date"));
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

TEST_CASE("a new index answers within a second, and nothing fails meanwhile") {
  const TemporaryFolder folder;
  const std::filesystem::path next = next_edition(folder);
  const std::string db = (folder.path() / "db").string();
  REQUIRE(run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", "--db", db}).exit_code == 0);
  const Served served(db);
  std::atomic<bool> done = false;
  std::atomic<int> failed = 0;
  std::atomic<int> answered = 0;
  std::thread asking([&] {
    while (!done) {
      served.get("/search.json?q=" + encoded("水道")).status == 200 ? ++answered : ++failed;
    }
  });
  for (int i = 0; i < 4; ++i) {
    const bool new_one = i % 2 == 0;
    REQUIRE(run("chiho-index", {"build", new_one ? next.string() : CHIHO_SOURCE_DIR "/corpus/2018-07", "--db", db})
                .exit_code == 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(900));
    CHECK(served.get("/office/" + encoded("開発協力総括課")).has(new_one ? "03-5501-9999" : "03-5501-8373"));
  }
  // An index that cannot be read is none: the one in service stays.
  std::filesystem::rename(std::filesystem::path(db) / "current", folder.path() / "current");
  CHECK(served.get("/search?q=a").status == 200);
  folder.write("db/current", "nonsense");
  CHECK(served.get("/search?q=a").status == 200);
  CHECK(served.get("/office/" + encoded("開発協力総括課")).has("03-5501-8373"));
  done = true;
  asking.join();
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
  const std::string taken = "127.0.0.1:" + std::to_string(server().port());
  CHECK(run("chiho-search", {"serve", "--db", db, "--listen", taken}).exit_code == 5);
  CHECK(run("chiho-search", {"serve", "--db", db, "--listen", "nonsense:x"}).exit_code == 2);
  CHECK(run("chiho-search", {"serve", "--db", "/nonexistent"}).exit_code == 3);
  CHECK(run("chiho-search", {"serve", "words", "--db", db}).exit_code == 2);
  CHECK(run("chiho-search", {"serve", "--db", db, "--access-log", "/nonexistent/log"}).exit_code == 5);
}

}  // namespace
}  // namespace chiho::test
