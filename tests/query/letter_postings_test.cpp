#include "query/index/letter_postings.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "error/error.hpp"

using namespace chiho;
using Records = std::vector<Xapian::docid>;

namespace {

Records every(Xapian::docid step, Xapian::docid last) {
  Records records;
  for (Xapian::docid record = step; record <= last; record += step) records.push_back(record);
  return records;
}

}  // namespace

TEST_CASE("a list of records is read as it was written, however thin or dense") {
  for (const Records& records : {Records{}, Records{1}, Records{8}, Records{9}, Records{7, 300, 70000}, every(1, 1000),
                                 every(3, 1000), every(200, 100000)}) {
    CAPTURE(records.size());
    const std::string list = encode_records(records);
    CHECK(decode_records(list, 100000) == records);
    CHECK(count_records(list) == records.size());
  }
}

TEST_CASE("a list takes a byte a record at most where they are near, a bit where they are all") {
  CHECK(encode_records(every(100, 10000)).size() <= 102);
  CHECK(encode_records(every(1, 8000)).size() <= 1003);
}

TEST_CASE("damaged lists are refused") {
  const std::string thin = encode_records({5, 9});
  const std::string dense = encode_records(every(1, 100));
  CHECK_THROWS_AS(decode_records(thin, 8), Error);    // a record beyond the last
  CHECK_THROWS_AS(decode_records(dense, 99), Error);  // the same
  CHECK_THROWS_AS(decode_records(thin.substr(0, thin.size() - 1), 100), Error);
  CHECK_THROWS_AS(decode_records(dense.substr(0, dense.size() - 1), 100), Error);
  CHECK_THROWS_AS(decode_records("", 100), Error);
  CHECK_THROWS_AS(decode_records("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 100), Error);
  CHECK_THROWS_AS(decode_records(thin + std::string("\xFF\xFF"), 8), Error);
}

TEST_CASE("one letter and two have different keys; keys fall into all buckets") {
  CHECK(letter_key("水") == letter_key(U'水'));
  CHECK(letter_key("水道") == letter_key(U'水', U'道'));
  CHECK(letter_key("水道") != letter_key("道水"));
  CHECK(letter_key("水") != letter_key("水水"));
  CHECK(letter_key("\U0002000B\U0002000B") != letter_key("\U0002000B"));
  std::vector<int> found(8);
  for (char32_t letter = U'一'; letter < U'一' + 800; ++letter) ++found.at(bucket_of(letter_key(letter), 3));
  for (const int count : found) CHECK(count > 50);
  CHECK(bucket_of(letter_key("水"), 0) == 0);
}
