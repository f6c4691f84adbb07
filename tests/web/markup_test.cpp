#include "query/web/markup.hpp"

#include <doctest/doctest.h>

namespace chiho::web {
namespace {

TEST_CASE("text cannot end the element or the attribute that it stands in") {
  CHECK(Html::escaped("<script>alert('x')</script>").text() == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  CHECK(Html::escaped("\" onclick=\"x").text() == "&quot; onclick=&quot;x");
  CHECK(Html::escaped("A&amp;B").text() == "A&amp;amp;B");
  CHECK(Html::escaped(std::string_view("水\0\x1b[31m道\x7f\n", 15)).text() == "水[31m道\n");
}

TEST_CASE("addresses of this site are encoded, but for the slashes of the path") {
  CHECK(Address::local("/record/2018-07/case/a b").text() == "/record/2018-07/case/a%20b");
  CHECK(Address::local("/search", {{"q", "水 &道"}, {"n", "20"}}).text() == "/search?q=%E6%B0%B4%20%26%E9%81%93&n=20");
  CHECK(Address::here("narrow").text() == "#narrow");
}

TEST_CASE("only web addresses of an edition can be followed") {
  for (const char* good : {"http://www.example.jp/a?b=c#d", "https://www.example.jp/%E6%B0%B4"})
    CHECK(Address::web(good).value().text() == good);
  CHECK(Address::web("https://example.jp/水\"").value().text() == "https://example.jp/%E6%B0%B4%22");
  for (const char* bad :
       {"javascript:alert(1)", "data:text/html,x", "ftp://example.jp/", "//example.jp", "", " http://x"})
    CHECK_FALSE(Address::web(bad));
}

TEST_CASE("a page of a PDF") {
  CHECK(Address::pdf_page("https://example.jp/a.pdf", 19).value().text() == "https://example.jp/a.pdf#page=19");
  CHECK(Address::pdf_page("https://example.jp/a.pdf#page=1", 19).value().text() == "https://example.jp/a.pdf#page=19");
  CHECK_FALSE(Address::pdf_page("brochure.pdf", 19));
}

TEST_CASE("numbers to call, addresses to write to") {
  CHECK(Address::phone("03-5501-8373").value().text() == "tel:03-5501-8373");
  CHECK_FALSE(Address::phone(""));
  CHECK_FALSE(Address::phone("内線5029"));
  CHECK_FALSE(Address::phone("1;x=javascript"));
  CHECK(Address::mail("a@example.jp").text() == "mailto:a@example.jp");
  CHECK(Address::mail("a@example.jp?bcc=b@example.jp").text() == "mailto:a@example.jp%3Fbcc%3Db@example.jp");
}

}  // namespace
}  // namespace chiho::web
