#include "edition_facts.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using import_test::compare_facts;
using import_test::Comparison;

namespace {

EditionFolder small_edition() {
  EditionFolder folder;
  folder.edition.offices = {{"kowan", "港湾課", {"港の課"}, 9, "03-1234-5678", {}, "", "", ""}};
  Record scheme;
  scheme.type = RecordType::scheme;
  scheme.title = "港の見学会";
  scheme.page = 1;
  scheme.office = {"港湾課"};
  scheme.year = {2017};
  folder.records = {scheme};
  return folder;
}

}  // namespace

TEST_CASE("an edition agrees with itself in every fact") {
  const Comparison comparison = compare_facts(small_edition(), small_edition());
  CHECK(comparison.right == 4);  // record, page, office, year
  CHECK(comparison.share_right() == 1.0);
}

TEST_CASE("another spelling of a title and an alias of an office are no difference") {
  EditionFolder found = small_edition();
  found.records[0].title = "港の 見学会";
  found.edition.offices[0].name = "港の課";
  found.edition.offices[0].aliases = {};
  found.records[0].office = {"港の課"};
  CHECK(compare_facts(small_edition(), found).share_right() == 1.0);
}

TEST_CASE("what differs is listed on both sides") {
  EditionFolder found = small_edition();
  found.records[0].page = 2;
  found.records[0].year = {};
  const Comparison comparison = compare_facts(small_edition(), found);
  CHECK(comparison.right == 2);
  CHECK(comparison.missing.size() == 2);
  CHECK(comparison.extra.size() == 1);
  CHECK(comparison.share_right() == doctest::Approx(0.4));
  CHECK(comparison.by_kind.at("page").share_right() == 0);
  CHECK(comparison.by_kind.at("office").share_right() == 1);
  CHECK(comparison.by_kind.at("year").missing == 1);
}

TEST_CASE("a record that only one of them has counts with all its facts") {
  EditionFolder found = small_edition();
  found.records.clear();
  CHECK(compare_facts(small_edition(), found).missing.size() == 4);
  CHECK(compare_facts(found, small_edition()).extra.size() == 4);
}
