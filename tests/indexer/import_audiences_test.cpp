#include <doctest/doctest.h>

#include "import/audiences.hpp"

using namespace chiho::brochure;
using Names = std::vector<std::string>;

TEST_CASE("the audiences of a card") {
  struct Row {
    std::string text;
    Names audiences;
  };
  const std::vector<Row> table{
      {"企業・自治体\n大学、NGO", {"企業", "自治体", "大学", "NGO"}},
      {"地方自治体、国際交流団体等", {"自治体", "国際交流団体"}},
      {"全国の小中高生", {"小中高生"}},
      {"中小企業等", {"中小企業"}},
      {"法人の職員大学の職員、学生", {"法人", "大学", "学生"}},  // a separator lost
      {"国立大学法人", {"国立大学法人"}},                        // none lost
  };
  for (const Row& row : table) {
    CAPTURE(row.text);
    AudienceBook book;
    Reviews reviews;
    book.show(read_lines("大学"));
    CHECK(book.read(read_lines(row.text), reviews) == row.audiences);
  }
}

TEST_CASE("a name that was wrapped is whole where it stands by itself elsewhere") {
  AudienceBook book;
  Reviews reviews;
  book.show(read_lines("森林組合"));
  CHECK(book.read(read_lines("企業（会社）、森林組\n合、大学"), reviews) ==
        std::vector<std::string>{"企業", "森林組合", "大学"});
  CHECK(reviews.empty());
  CHECK(book.read(read_lines("漁協\n会"), reviews) == std::vector<std::string>{"漁協", "会"});
  CHECK(reviews.size() == 1);  // what is 会?
}

TEST_CASE("names that were told apart by a rule are left for review") {
  AudienceBook book;
  Reviews reviews;
  book.show(read_lines("大学"));
  book.read(read_lines("法人の職員大学の職員"), reviews);
  REQUIRE_FALSE(reviews.empty());
  CHECK(reviews.front().line == 1);
}
