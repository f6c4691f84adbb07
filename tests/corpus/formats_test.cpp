#include "corpus/formats.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace chiho;

namespace {

void check_matches(const Format& format, const std::vector<std::string>& good, const std::vector<std::string>& bad) {
  for (const std::string& text : good) {
    CAPTURE(text);
    CHECK(format.matches(text));
  }
  for (const std::string& text : bad) {
    CAPTURE(text);
    CHECK_FALSE(format.matches(text));
  }
}

// The English message for a malformed value.
std::string message(const Format& format, const std::string& text) {
  Faults faults;
  FileFaults here(faults, "f");
  check_format(format, {text, {2, 3}}, here);
  return faults.empty() ? "" : faults.front().str(Lang::en);
}

}  // namespace

TEST_CASE("phone numbers of Japan") {
  check_matches(phone_format, {"03-5501-8373", "055-223-8871", "0120-123-456", "090-1234-5678"},
                {"", "-", "--", "0355018373", "03-55018373", "0-35501-8373", "035-501-83-73", "03-5501-837",
                 "03-5501-83734567", "3-5501-8373", "03--5501-8373", "03-5501-8373-", "-03-5501-8373", "03 5501 8373",
                 "０３-5501-8373", "03-5501-83a3", "+81-3-5501-8373"});
}

TEST_CASE("extensions") {
  check_matches(extension_format, {"5029", "12"}, {"", "26a6", "5029,5030", "５０２９", "内線5029"});
}

TEST_CASE("e-mail addresses") {
  check_matches(email_format, {"business-support@mofa.go.jp", "a.b+c@example.co.jp"},
                {"", "@", "a@", "@b.jp", "a@b", "a@@b.jp", "a b@c.jp", "a@-b.jp", "a@b..jp", ".a@b.jp", "ａ@b.jp"});
}

TEST_CASE("URLs") {
  check_matches(
      url_format,
      {"https://www.jica.go.jp/", "http://www.mofa.go.jp/mofaj/index.html", "https://a.jp", "https://a.jp:8080/?q=1#p"},
      {"", "www.mofa.go.jp", "https://", "https:///x", "https://a.jp/ b", "javascript:alert(1)", "ftp://a.jp/",
       "https://a.jp/\"onclick=", "https://a.jp/\x01", "https://user@a.jp/", "https://a.jp:x/", "https://a.jp/　"});
}

TEST_CASE("dates of editions") {
  check_matches(date_format, {"2018-07", "2018-07-15", "2016-02-29", "2018-12-31", "2000-02-29"},
                {"", "2018", "2018-7", "2018-13", "2018-00", "2018-07-32", "2018-04-31", "2017-02-29", "1900-02-29",
                 "2018/07", "18-07", "2018-07-1", "2018-07-15-01", "1867-01", "2201-01", "平成30年7月"});
}

TEST_CASE("a malformed value is shown with what was probably meant") {
  CHECK(message(phone_format, "03-5501-8373").empty());
  CHECK(message(phone_format, "０３（５５０１）８３７３") ==
        "f:2:3: malformed phone number: ０３（５５０１）８３７３ (did you mean \"03-5501-8373\"?)");
  CHECK(message(phone_format, "+81-3-5501-8373").ends_with("(did you mean \"03-5501-8373\"?)"));
  CHECK(message(phone_format, "03−5501−8373").ends_with("(did you mean \"03-5501-8373\"?)"));
  CHECK(message(phone_format, "123")
            .ends_with("malformed phone number: 123 (for example 03-5501-8000, with its hyphens)"));
  CHECK(message(phone_format, "0355018119").ends_with("(did you mean \"03-5501-8119\"?)"));
  CHECK(message(phone_format, "0120123456").ends_with("(did you mean \"0120-123-456\"?)"));
  CHECK(message(phone_format, "09012345678").ends_with("(did you mean \"090-1234-5678\"?)"));
  CHECK(message(phone_format, "0552238871").ends_with("with its hyphens)"));  // 055-223 or 0552-23
  CHECK(message(extension_format, "内線５０２９").ends_with("(did you mean \"5029\"?)"));
  CHECK(message(email_format, "a＠example.jp").ends_with("(did you mean \"a@example.jp\"?)"));
  CHECK(message(url_format, "www.mofa.go.jp/x").ends_with("(did you mean \"https://www.mofa.go.jp/x\"?)"));
  CHECK(message(date_format, "2018/7").ends_with("(did you mean \"2018-07\"?)"));
  CHECK(message(date_format, "2018年7月15日").ends_with("(did you mean \"2018-07-15\"?)"));
}
