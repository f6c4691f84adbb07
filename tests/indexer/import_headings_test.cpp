#include <doctest/doctest.h>

#include "import/headings.hpp"
#include "import/lines.hpp"

using namespace chiho::brochure;

namespace {

Contents contents() {
  Contents contents;
  contents.headings = {"山の支援"};
  contents.needs = {{"林業を学びたい", "山の支援", {1}, 1, 1}, {"国際情勢・施策情報を得たい", "山の支援", {2}, 2, 2}};
  return contents;
}

std::vector<std::string> found(const std::string& block) {
  Item item;
  item.lines = read_lines(block);
  item.number = 1;
  Headings headings(contents());
  std::vector<std::string> wordings;
  for (const Heading& heading : headings.find(item)) wordings.push_back(heading.wording);
  return wordings;
}

}  // namespace

TEST_CASE("a heading on several lines, and two headings right below each other") {
  using Names = std::vector<std::string>;
  CHECK(found("林業を学びたい") == Names{"林業を学びたい"});
  CHECK(found("国際情勢・\n施策情報を\n得たい") == Names{"国際情勢・施策情報を得たい"});
  CHECK(found("山の支援\n林業を学びたい") == Names{"山の支援", "林業を学びたい"});
  CHECK(found("山の支援\n国際情勢・\n施策情報を得たい") == Names{"山の支援", "国際情勢・施策情報を得たい"});
  CHECK(found("山の支援\n塾の一年").empty());
}
