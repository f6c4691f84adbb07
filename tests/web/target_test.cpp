#include "query/web/target.hpp"

#include <doctest/doctest.h>

#include "query/web/language.hpp"
#include "query/web/listen_address.hpp"
#include "query/web/page_request.hpp"

namespace chiho::web {
namespace {

TEST_CASE("path and parameters, decoded") {
  const auto target = target_of("/search?q=%E6%B0%B4+%26%20%E9%81%93&office=a&office=b&empty=&alone&=x#part");
  REQUIRE(target);
  CHECK(target->path == "/search");
  CHECK(target->parameters ==
        Parameters{{"q", "水 & 道"}, {"office", "a"}, {"office", "b"}, {"empty", ""}, {"alone", ""}, {"", "x"}});
  CHECK(target_of("/a+b")->path == "/a+b");
  CHECK(target_of("http://example.jp/search?q=a")->path == "/search");
  CHECK(target_of("/search?q=what?")->parameters == Parameters{{"q", "what?"}});
}

TEST_CASE("what is malformed is refused, not guessed") {
  for (const char* bad : {"", "search", "*", "/%", "/%4", "/%zz", "/search?q=%E6%B0", "/search?q=%FF", "/a%00b",
                          "/search?q=%00", "/search?q=%1B[31m", "/%0d%0aSet-Cookie:x"}) {
    CAPTURE(bad);
    CHECK_FALSE(target_of(bad));
  }
  std::string many = "/search?";
  for (int i = 0; i < 300; ++i) many += "year=2017&";
  CHECK_FALSE(target_of(many));
}

TEST_CASE("a request from an address") {
  const auto page = page_request({{"q", "水道"},
                                  {"q", "other"},
                                  {"office", "人事課"},
                                  {"office", "!広報課"},
                                  {"office", "人事課"},
                                  {"year", ""},
                                  {"page", "17"},
                                  {"n", "20"},
                                  {"offset", "40"},
                                  {"sort", "year"},
                                  {"match", "any"},
                                  {"utm_source", "x"},
                                  {"lang", "en"}});
  CHECK(page.request.query == "水道");
  CHECK(page.request.filters.at(Field::office) == std::vector<FilterValue>{{"人事課", false}, {"広報課", true}});
  CHECK_FALSE(page.request.filters.contains(Field::year));
  CHECK(page.request.page == 17);
  CHECK(page.request.limit == 20);
  CHECK(page.request.offset == 40);
  CHECK(page.lang == Lang::en);
  CHECK(parameters_of(page) == Parameters{{"q", "水道"},
                                          {"office", "人事課"},
                                          {"office", "!広報課"},
                                          {"page", "17"},
                                          {"match", "any"},
                                          {"sort", "year"},
                                          {"n", "20"},
                                          {"offset", "40"},
                                          {"lang", "en"}});
}

TEST_CASE("numbers that are none, or too large, and queries without end") {
  for (const auto& parameter : Parameters{{"n", "x"},
                                          {"n", "101"},
                                          {"n", "-1"},
                                          {"n", "1e1"},
                                          {"offset", "9999999999"},
                                          {"page", "0"},
                                          {"page", "１"},
                                          {"sort", "newest"},
                                          {"match", "ALL"},
                                          {"q", std::string(501, 'a')}}) {
    const auto& name = std::get<0>(parameter);
    const auto& value = std::get<1>(parameter);
    CAPTURE(name);
    CAPTURE(value);
    CHECK_THROWS_AS(static_cast<void>(page_request({{name, value}})), Error);
  }
  CHECK(page_request({{"n", ""}, {"offset", ""}}).request.limit == 10);
}

TEST_CASE("the language that a browser prefers") {
  struct Example {
    const char* accepted;
    Lang lang;
  };
  for (const Example& example : {
           Example{"", Lang::ja},
           Example{"ja", Lang::ja},
           Example{"en", Lang::en},
           Example{"en-US,en;q=0.9", Lang::en},
           Example{"ja,en-US;q=0.7,en;q=0.3", Lang::ja},
           Example{"en;q=0.3, ja;q=0.7", Lang::ja},
           Example{"ja;q=0.2,EN-gb;q=0.8", Lang::en},
           Example{"fr,de;q=0.5", Lang::ja},
           Example{"fr,en;q=0.5", Lang::en},
           Example{"en;q=0", Lang::ja},
           Example{"en;q=2,ja;q=1", Lang::ja},
           Example{"end,jam", Lang::ja},
           Example{"*", Lang::ja},
           Example{",;q=,,;;en", Lang::ja},
       }) {
    CAPTURE(example.accepted);
    CHECK(preferred_language(example.accepted) == example.lang);
  }
}

TEST_CASE("where to listen") {
  struct Example {
    const char* text;
    const char* url;
    bool loopback;
  };
  for (const Example& example : {
           Example{"127.0.0.1:8080", "http://127.0.0.1:8080/", true},
           Example{"8081", "http://127.0.0.1:8081/", true},
           Example{":8081", "http://127.0.0.1:8081/", true},
           Example{"localhost", "http://localhost:8080/", true},
           Example{"127.1.2.3:0", "http://127.1.2.3:0/", true},
           Example{"[::1]:80", "http://[::1]:80/", true},
           Example{"::1", "http://[::1]:8080/", true},
           Example{"0.0.0.0:80", "http://0.0.0.0:80/", false},
           Example{"[::]:80", "http://[::]:80/", false},
           Example{"search.example.jp:80", "http://search.example.jp:80/", false},
       }) {
    CAPTURE(example.text);
    CHECK(listen_address(example.text).url() == example.url);
    CHECK(listen_address(example.text).is_loopback() == example.loopback);
  }
  for (const char* bad :
       {"", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "[::1", "[::1]x", "a b:80", "http://a:80"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(static_cast<void>(listen_address(bad)), Error);
  }
}

}  // namespace
}  // namespace chiho::web
