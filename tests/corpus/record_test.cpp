#include "corpus/record.hpp"

#include <doctest/doctest.h>

using namespace chiho;

TEST_CASE("the names of the record types are those of the contract") {
  CHECK(to_string(RecordType::scheme) == "scheme");
  CHECK(to_string(RecordType::case_study) == "case");
  CHECK(to_string(RecordType::contact) == "contact");
  CHECK(to_string(RecordType::page) == "page");
  for (const RecordType type : record_types) {
    CHECK(record_type_of(to_string(type)) == type);
  }
  for (const char* name : {"", "Case", "case_study", "schemes", "事業例"}) CHECK_FALSE(record_type_of(name));
}
