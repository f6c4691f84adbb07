#include "corpus/schema.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace chiho;
using Values = std::vector<std::string>;

TEST_CASE("every field of a record has its values as strings") {
  const Record record{
      .id = "e/case/a",
      .type = RecordType::case_study,
      .title = "題",
      .page = 17,
      .pdf_page = 19,
      .edition = "e",
      .procedure = "手続き",
      .text = "本文\n",
      .office = {"人事課", "経済連携課"},
      .audience = {"企業"},
      .scheme = {"制度"},
      .year = {2016, 2017},
      .fiscal_year = {2016},
      .need = {"交流したい"},
      .phone = "03-5501-8000",
      .extension = {"2692", "2696"},
      .email = "a@example.jp",
      .url = "https://example.jp/",
  };
  const Values expected[] = {{"e/case/a"},     {"case"},         {"題"},
                             {"17"},           {"19"},           {"e"},
                             {"手続き"},       {"本文\n"},       {"人事課", "経済連携課"},
                             {"企業"},         {"制度"},         {"2016", "2017"},
                             {"2016"},         {"交流したい"},   {"03-5501-8000"},
                             {"2692", "2696"}, {"a@example.jp"}, {"https://example.jp/"}};
  REQUIRE(std::size(expected) == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    CAPTURE(fields[i].key);
    CHECK(values(record, fields[i].field) == expected[i]);
  }
}

TEST_CASE("what a record does not give has no value") {
  for (const FieldInfo& field : fields) {
    CAPTURE(field.key);
    CHECK(values(Record{}, field.field) == (field.field == Field::type ? Values{"page"} : Values{}));
  }
}

TEST_CASE("keys, prefixes and slots of the table are each used once") {
  std::set<std::string_view> keys;
  std::set<std::string_view> prefixes;
  std::set<std::uint32_t> slots;
  for (const FieldInfo& field : fields) {
    CHECK(keys.insert(field.key).second);
    if (!field.prefix.empty()) CHECK(prefixes.insert(field.prefix).second);
    if (field.slot != 0) CHECK(slots.insert(field.slot).second);
  }
}
