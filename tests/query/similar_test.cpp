#include <doctest/doctest.h>

#include <algorithm>

#include "dict/synonyms.hpp"
#include "query/search/searcher.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

using Ids = std::vector<std::string>;

Answer like(const SmallIndex& index, const std::string& id, const Request& request = {}) {
  const auto answer = Searcher(index.index(), analyzer(), nullptr).similar(id, request);
  REQUIRE(answer);
  return *answer;
}

Ids ids_of(const Answer& answer) {
  Ids ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.record.id);
  return ids;
}

TEST_CASE("records like another share its words, the rare ones most") {
  const SmallIndex index({
      page("water", "上水道の水質を調べる計画。事業の例です。"),
      page("other-water", "水質を測る機器の計画。事業の例です。"),
      page("dance", "踊りの会。事業の例です。"),
      page("music", "音楽。"),
  });
  const Answer answer = like(index, "water");
  CHECK(ids_of(answer) == Ids{"other-water", "dance"});
  CHECK(answer.total == 2);
  CHECK(answer.query == "water");
  CHECK(answer.match == MatchMode::any);
  CHECK(std::ranges::find(answer.words, "水質") != answer.words.end());
  CHECK(std::ranges::find(answer.words, "踊り") == answer.words.end());
  CHECK_FALSE(answer.hits[0].snippet.highlights.empty());
}

TEST_CASE("a record that shares nothing has none like it, and an id that is none has no answer") {
  const SmallIndex index({page("a", "水道。"), page("b", "音楽。"), page("empty", "。")});
  CHECK(like(index, "a").total == 0);
  CHECK(like(index, "a").hits.empty());
  CHECK(like(index, "empty").total == 0);
  CHECK_FALSE(Searcher(index.index(), analyzer(), nullptr).similar("c", {}));
}

TEST_CASE("what is like a record is filtered, cut to a page, and shown without a contact in front") {
  Record scheme = page("scheme", "人事の研修。");
  scheme.type = RecordType::scheme;
  scheme.title = "研修員";
  Record contact = page("contact", "研修員の人事。");
  contact.type = RecordType::contact;
  contact.title = "研修員";
  const SmallIndex index({page("asked", "研修員の人事研修。"), contact, scheme});
  CHECK(ids_of(like(index, "asked")) == Ids{"scheme", "contact"});
  Request request;
  request.limit = 1;
  request.offset = 1;
  CHECK(ids_of(like(index, "asked", request)) == Ids{"contact"});
  CHECK(like(index, "asked", request).total == 2);
  request.offset = 0;
  request.filters[Field::type].push_back({"contact", false});
  CHECK(ids_of(like(index, "asked", request)) == Ids{"contact"});
}

TEST_CASE("numbers and addresses make no two records alike") {
  Record one = page("one", "水道 2017 1 2 3。");
  one.phone = "03-5501-8373";
  one.url = "http://www.example.jp/a";
  Record other = page("other", "音楽 2017 1 2 3。");
  other.phone = "03-5501-8373";
  other.url = "http://www.example.jp/a";
  const SmallIndex index({one, other});
  CHECK(like(index, "one").total == 0);
}

}  // namespace
}  // namespace chiho::test
