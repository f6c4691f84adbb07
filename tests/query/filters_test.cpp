// What may be given to a filter.
#include "query/search/filters.hpp"

#include <doctest/doctest.h>

#include <set>

#include "error/error.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

Record of_edition(const std::string& type, const std::string& name, const std::string& title) {
  Record record = page("2020-01/" + type + "/" + name, "水道。");
  record.type = *record_type_of(type);
  record.edition = "2020-01";
  record.title = title;
  record.page = 3;
  return record;
}

Record scheme(const std::string& name, const std::string& title) {
  Record record = of_edition("scheme", name, title);
  record.scheme = {title};
  record.office = {"水道協力課"};
  return record;
}

Record contact(const std::string& name, const std::string& title) {
  Record record = of_edition("contact", name, title);
  record.office = {title};
  return record;
}

SmallIndex small_index() {
  Edition edition;
  edition.id = edition.date = "2020-01";
  edition.offices = {{"water", "水道協力課", {"水の課"}, 3, "", {}, "", "", ""}};
  edition.schemes = {{"grant-aid", "水道の無償協力", {"水の協力"}}, {"exchange", "交流", {}}};
  return SmallIndex({scheme("grant-aid", "水道の無償協力"), scheme("exchange", "交流"), contact("water", "水道協力課")},
                    "", {edition});
}

std::set<std::string> found(const SmallIndex& index, Field facet, const std::string& typed) {
  Request request;
  request.filters[facet] = {filter_value(typed)};
  std::set<std::string> ids;
  for (const Hit& hit : index.answer(request).hits) ids.insert(hit.record.id);
  return ids;
}

TEST_CASE("a scheme is named by its title, an alias, its file or its record's id, in whatever width") {
  const SmallIndex index = small_index();
  for (const char* typed :
       {"水道の無償協力", "水の協力", "grant-aid", "Grant-Aid", "ｇｒａｎｔ－ａｉｄ", "2020-01/scheme/grant-aid"}) {
    CAPTURE(typed);
    CHECK(found(index, Field::scheme, typed) == std::set<std::string>{"2020-01/scheme/grant-aid"});
  }
  CHECK(found(index, Field::scheme, "!grant-aid") ==
        std::set<std::string>{"2020-01/scheme/exchange", "2020-01/contact/water"});
}

TEST_CASE("an office is named so too") {
  const SmallIndex index = small_index();
  for (const char* typed : {"水道協力課", "水の課", "water", "2020-01/contact/water"}) {
    CAPTURE(typed);
    CHECK(found(index, Field::office, typed).size() == 3);
  }
}

TEST_CASE("an id of another kind, or of nothing, is unknown; what is near is shown by name") {
  const SmallIndex index = small_index();
  for (const char* typed : {"water", "2020-01/contact/water", "2020-01/case/grant-aid", "2021-01/scheme/grant-aid"}) {
    CAPTURE(typed);
    CHECK_THROWS_AS(found(index, Field::scheme, typed), Error);
  }
  try {
    found(index, Field::scheme, "水道の有償協力");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(error.hint().en.find("水道の無償協力") != std::string::npos);
  }
}

TEST_CASE("of an index without editions none can be named") {
  const test::SmallIndex index({test::page("a", "水道")});
  Request request;
  request.edition = "2020-01";
  try {
    static_cast<void>(index.answer(request));
    FAIL("it is searched");
  } catch (const Error& error) {
    CHECK(error.hint().en == "No record of it belongs to an edition.");
  }
}

TEST_CASE("the names of an edition come back from the index") {
  const SmallIndex index = small_index();
  const Edition* edition = index.index().metadata().edition("2020-01");
  REQUIRE(edition != nullptr);
  CHECK(edition->schemes ==
        std::vector<SchemeName>{{"grant-aid", "水道の無償協力", {"水の協力"}}, {"exchange", "交流", {}}});
}

}  // namespace
}  // namespace chiho::test
