#include "query/search/parser.hpp"

#include <doctest/doctest.h>

#include <string>

namespace chiho {
namespace {

QueryTerm word(const std::string& text) {
  return {text, {}, false, false};
}
QueryTerm phrase(const std::string& text) {
  return {text, {}, true, false};
}
QueryTerm without(const std::string& text) {
  return {text, {}, false, true};
}
QueryTerm field(Field name, const std::string& text) {
  return {text, name, false, false};
}

TEST_CASE("queries are words, phrases, exclusions, fields and alternatives") {
  struct Example {
    std::string typed;
    std::vector<QueryClause> clauses;
  };
  const std::vector<Example> examples{
      {"無償資金協力 水道", {{word("無償資金協力")}, {word("水道")}}},
      {"  無償　水道 ", {{word("無償")}, {word("水道")}}},  // full-width spaces separate too
      {"", {}},
      {"\"水の 確保\" 農業", {{phrase("水の 確保")}, {word("農業")}}},
      {"“水の確保”", {{phrase("水の確保")}}},
      {"＂水の確保＂", {{phrase("水の確保")}}},
      {"水道 -カンボジア", {{word("水道")}, {without("カンボジア")}}},
      {"水道 －カンボジア", {{word("水道")}, {without("カンボジア")}}},
      {"03-5501-8373", {{word("03-5501-8373")}}},
      {"-", {{word("-")}}},
      {"office:人事課 研修", {{field(Field::office, "人事課")}, {word("研修")}}},
      {"title：水道", {{field(Field::title, "水道")}}},
      {"http://www.mofa.go.jp", {{word("http://www.mofa.go.jp")}}},  // no field of ours
      {"office: 人事課", {{word("office:")}, {word("人事課")}}},
      {"-year:2017", {{{"2017", Field::year, false, true}}}},
      {"-\"水の確保\"", {{{"水の確保", {}, true, true}}}},
      {"泡盛 OR 日本酒", {{word("泡盛"), word("日本酒")}}},
      {"泡盛 OR 日本酒 OR 焼酎 香港", {{word("泡盛"), word("日本酒"), word("焼酎")}, {word("香港")}}},
      {"OR 泡盛", {{word("OR")}, {word("泡盛")}}},
      {"泡盛 OR", {{word("泡盛")}, {word("OR")}}},
      {"\"\"", {}},
  };
  for (const auto& example : examples) {
    CAPTURE(example.typed);
    CHECK(parse_query(example.typed) == example.clauses);
  }
}

TEST_CASE("a repeated word counts once, however often it stands") {
  std::string typed;
  for (int i = 0; i < 5000; ++i) typed += "水道 ";
  CHECK(parse_query(typed) == std::vector<QueryClause>{{word("水道")}});
}

// Of 0 to `count`.
std::string many_words(std::size_t count, const std::string& sign) {
  std::string typed;
  for (std::size_t i = 0; i <= count; ++i) typed += sign + std::to_string(i) + " ";
  return typed;
}

TEST_CASE("the words of a pasted text are one term, beside what is marked as something else") {
  const auto pasted = parse_query(many_words(most_typed, "") + "-水道 \"水の確保\"");
  REQUIRE(pasted.size() == 3);
  CHECK(pasted[0].front().text.starts_with("0 1 2 3 "));
  CHECK(pasted[0].front().text.ends_with(" " + std::to_string(most_typed)));
  CHECK(pasted[1] == QueryClause{without("水道")});
  CHECK(pasted[2] == QueryClause{phrase("水の確保")});
  const std::string line(longest_typed, 'a');
  CHECK(parse_query(line + "\n" + line + "b") == std::vector<QueryClause>{{word(line + " " + line + "b")}});
  CHECK(parse_query(many_words(most_typed - 1, "")).size() == most_typed);
}

TEST_CASE("what cannot be a query is refused") {
  for (const std::string& typed :
       {std::string("\"水の確保"), std::string("水\xFF道"), std::string(longest_query + 1, 'a'),
        many_words(most_terms, "-"), "a" + many_words(most_terms, "OR ")}) {
    CAPTURE(typed.substr(0, 20));
    try {
      parse_query(typed);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_FALSE(error.hint().empty());
    }
  }
}

}  // namespace
}  // namespace chiho
