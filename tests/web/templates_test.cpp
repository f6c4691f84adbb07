#include "query/web/templates.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace chiho::web {
namespace {

std::string_view greeting(std::string_view name, Lang lang) {
  if (name != "hello") return {};
  return lang == Lang::ja ? "こんにちは" : "Hello";
}

std::string rendered(std::string_view source, const Data& data, Lang lang = Lang::ja) {
  return Templates({{"page", source}, {"part", "[{{name}}]"}}, greeting).render("page", data, lang).text();
}

TEST_CASE("what a template says, filled") {
  const std::vector<Data> list{Data().set("name", "<a>").set("mark", true), Data().set("name", "b").set("mark", false)};
  const Data data = Data()
                        .set("name", "水 & <道>")
                        .set("list", list)
                        .set("none", std::vector<Data>{})
                        .set("blank", "")
                        .set("link", Address::local("/a\"b"))
                        .set("ready", Html::escaped("<"));
  struct Example {
    std::string_view source;
    std::string_view html;
  };
  for (const Example& example : {
           Example{"<p>{{name}}</p>", "<p>水 &amp; &lt;道&gt;</p>"},
           Example{"{{#list}}{{name}}{{#mark}}!{{/mark}};{{/list}}", "&lt;a&gt;!;b;"},
           Example{"{{#none}}x{{/none}}{{^none}}nothing{{/none}}", "nothing"},
           Example{"{{#blank}}x{{/blank}}{{^blank}}nothing{{/blank}}", "nothing"},
           Example{"{{#unknown}}x{{/unknown}}{{^unknown}}nothing{{/unknown}}", "nothing"},
           Example{"{{#name}}{{name}}{{/name}}", "水 &amp; &lt;道&gt;"},
           Example{"{{>part}}", "[水 &amp; &lt;道&gt;]"},
           Example{"{{_hello}}", "こんにちは"},
           Example{"<a href=\"{{link}}\">", "<a href=\"/a%22b\">"},
           Example{"{{ready}}", "&lt;"},
       }) {
    CAPTURE(example.source);
    CHECK(rendered(example.source, data) == example.html);
  }
  CHECK(rendered("{{_hello}}", data, Lang::en) == "Hello");
}

TEST_CASE("inside a list, names are those of the item alone") {
  const Data data = Data().set("page", "p.17").set("list", std::vector<Data>{Data().set("name", "a")});
  CHECK(rendered("{{#list}}{{name}}{{#page}} {{page}}{{/page}}{{/list}}", data) == "a");
}

TEST_CASE("an address is never text, and an attribute never without quotes") {
  const Data data = Data().set("name", "javascript:alert(1)");
  for (const char* wrong :
       {"<a href=\"{{name}}\">", "<img src=\"{{name}}\">", "<form action=\"{{name}}\">", "<input value={{name}}>",
        "{{nobody}}", "{{_nobody}}", "{{>nobody}}", "{{#name}}", "{{/name}}", "{{name", "{{}}"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(static_cast<void>(rendered(wrong, data)), std::logic_error);
  }
}

}  // namespace
}  // namespace chiho::web
