#include <doctest/doctest.h>

#include "import/contents.hpp"

using namespace chiho::brochure;
using Numbers = std::vector<int>;

TEST_CASE("page numbers") {
  CHECK(page_numbers("1, 2") == Numbers{1, 2});
  CHECK(page_numbers("５、６") == Numbers{5, 6});
  CHECK(page_numbers("3～5") == Numbers{3, 4, 5});
  CHECK(page_numbers("2018").empty());
  CHECK(page_numbers("2, 1").empty());
  CHECK(page_numbers("一").empty());
}

TEST_CASE("a contents list: two needs on a row, cases, the directory") {
  const Contents contents =
      read_contents(read_lines("冊子\n\n発信支援\n\n港を見たい 魚を食べたい\t1, 2\n---\t--\n\n国内事業 "
                               "事業例\n\n港の見学会\t3\n連絡先一覧 4\n"));
  REQUIRE(contents.needs.size() == 2);
  CHECK(contents.needs[0].name == "港を見たい");
  CHECK(contents.needs[1].name == "魚を食べたい");
  CHECK(contents.needs[1].group == "発信支援");
  CHECK(contents.needs[0].row == contents.needs[1].row);
  CHECK(contents.needs[0].pages == Numbers{1, 2});
  REQUIRE(contents.cases.size() == 1);
  CHECK(contents.cases[0].name == "港の見学会");
  CHECK(contents.directory_page == 4);
}

TEST_CASE("text without a contents list has none") {
  CHECK(read_contents(read_lines("港\n魚 1\n")).needs.empty());
}
