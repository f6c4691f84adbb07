// An edition as JSON Lines: taken from records, put behind the text of one of them, and taken off again.
#include "indexer/told_editions.hpp"

#include <doctest/doctest.h>

#include "query/index/metadata.hpp"

using namespace chiho;

namespace {

Record contact(const std::string& id, const std::string& name) {
  Record record;
  record.id = "2020-01/contact/" + id;
  record.type = RecordType::contact;
  record.title = name;
  record.edition = "2020-01";
  record.office = {name};
  record.page = 9;
  record.text = "受付\n";
  return record;
}

Edition edition() {
  Edition edition;
  edition.id = "2020-01";
  edition.series = "港町支援";
  edition.date = "2020-01-15";
  edition.title = "見本省の港町支援";
  edition.pdf = "https://example.go.jp/minato.pdf";
  edition.last_page = 12;
  edition.contact = "港湾課";
  edition.offices = {{"harbour", "港湾課", {"港、船の課"}, 9, "", {}, "", "", ""},
                     {"osaka", "大阪分室", {}, {}, "", {}, "", "", ""}};
  edition.audiences = {{"企業", {"会社"}, {}}};
  edition.needs = {{"船を直したい", {"船の修理"}, "漁業の支援", {3}}};
  return edition;
}

std::vector<Edition> taken(std::vector<Record>& records) {
  ToldEditions told;
  for (Record& record : records) told.take(record);
  return told.editions();
}

std::vector<Record> exported() {
  std::vector<Record> records{contact("harbour", "港湾課")};
  Carriers carriers({edition()}, taken(records));
  carriers.load(records.front());
  return records;
}

}  // namespace

TEST_CASE("what no record says goes with one of them and comes back, and its text is as it was") {
  std::vector<Record> records = exported();
  CHECK(records.front().text != "受付\n");
  CHECK(taken(records) == std::vector{edition()});
  CHECK(records.front().text == "受付\n");
}

TEST_CASE("an office whose record was deleted is no more, a new record's is there") {
  std::vector<Record> records = exported();
  records.front().id = "2020-01/contact/lamps";
  records.front().title = "灯台管理室";
  records.front().office = {"灯台管理室"};
  const std::vector<Edition> editions = taken(records);
  REQUIRE(editions.size() == 1);
  std::vector<std::string> names;
  for (const Office& office : editions.front().offices) names.push_back(office.name);
  CHECK(names == std::vector<std::string>{"大阪分室", "灯台管理室"});
  CHECK(editions.front().contact.empty());
}

TEST_CASE("what only looks like it stays text") {
  for (const std::string& rest :
       {std::string("この版について: 三月に出た"), std::string("この版について: {}"),
        "この版について: " + to_json(Edition{}), std::string("この版について: {\"id\":\"2020-01\"}")}) {
    CAPTURE(rest);
    std::vector<Record> records{contact("harbour", "港湾課")};
    records.front().text += "\n" + rest;
    const std::string text = records.front().text;
    taken(records);
    CHECK(records.front().text == text);
  }
}

TEST_CASE("records that say all of their edition carry nothing") {
  std::vector<Record> records{contact("harbour", "港湾課")};
  const std::vector<Edition> derived = taken(records);
  Carriers carriers(derived, derived);
  carriers.load(records.front());
  CHECK(records.front().text == "受付\n");
}
