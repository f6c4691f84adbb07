#include "query/web/access_log.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>

namespace chiho::web {
namespace {

TEST_CASE("a line of the combined format") {
  ::setenv("TZ", "JST-9", 1);
  ::tzset();
  const LogEntry entry{"127.0.0.1", "GET", "/search?q=a",        "HTTP/1.1",
                       200,         1234,  "http://example.jp/", "Mozilla/5.0 (X11)"};
  CHECK(log_line(entry, 1532000000) ==
        "127.0.0.1 - - [19/Jul/2018:20:33:20 +0900] \"GET /search?q=a HTTP/1.1\" 200 1234 \"http://example.jp/\" "
        "\"Mozilla/5.0 (X11)\"\n");
}

TEST_CASE("nobody writes lines of his own into the log") {
  LogEntry entry{"::1", "GET", "/\"\n127.0.0.1 - -", "HTTP/1.1", 404, 0, "", "\x1b[31m\\\xff"};
  const std::string line = log_line(entry, 0);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.find("\"GET /\\\"\\x0A127.0.0.1 - - HTTP/1.1\" 404 - \"-\" \"\\x1B[31m\\\\\\xFF\"") != std::string::npos);
  entry = {};
  entry.status = 408;
  CHECK(log_line(entry, 0).find("] \"-\" 408 - \"-\" \"-\"\n") != std::string::npos);
}

}  // namespace
}  // namespace chiho::web
