// What is kept of documents that were unpacked.
#include "query/index/document_cache.hpp"

#include <doctest/doctest.h>

#include "query/index/stored_document.hpp"
#include "small_index.hpp"

namespace chiho::test {
namespace {

const SmallIndex& small() {
  static const SmallIndex index({page("a", "水道。"), page("b", "港。")});
  return index;
}

TEST_CASE("what was unpacked is unpacked once") {
  const DocumentStore& documents = small().index().documents();
  const auto document = documents.document(1);
  CHECK(document->record().id == "a");
  CHECK(&document->record() == &document->record());
  CHECK(documents.document(1) == document);
  CHECK(documents.document(2)->record().id == "b");
  CHECK(documents.text(1) == document->text());
}

TEST_CASE("it stays within its bound, and what is asked for stays longest") {
  const auto document = small().index().documents().document(1);
  DocumentCache cache(1000);
  cache.put(1, document, 100);
  for (Xapian::docid id = 2; id < 100; ++id) {
    cache.put(id, document, 100);
    REQUIRE(cache.find(1) == document);
  }
  int kept = 0;
  for (Xapian::docid id = 1; id < 100; ++id) kept += cache.find(id) != nullptr ? 1 : 0;
  CHECK(kept >= 2);
  CHECK(kept <= 10);
  CHECK(cache.find(50) == nullptr);
  cache.put(200, document, 900);
  CHECK(cache.find(200) == nullptr);
}

}  // namespace
}  // namespace chiho::test
