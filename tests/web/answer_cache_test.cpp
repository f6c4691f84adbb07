#include "query/web/answer_cache.hpp"

#include <doctest/doctest.h>

#include "query/web/site.hpp"

namespace chiho::web {
namespace {

std::shared_ptr<const WebResponse> answer(const std::string& body) {
  return std::make_shared<const WebResponse>(WebResponse{200, "text/plain", body});
}

TEST_CASE("an answer is kept until the index changes") {
  AnswerCache cache(100'000);
  CHECK(cache.find(1, "/a") == nullptr);
  cache.put(1, "/a", answer("A"));
  CHECK(cache.find(1, "/a")->body == "A");
  CHECK(cache.find(1, "/b") == nullptr);
  CHECK(cache.find(2, "/a") == nullptr);
  // One that was begun before the change comes too late.
  cache.put(1, "/a", answer("old"));
  CHECK(cache.find(2, "/a") == nullptr);
  CHECK(cache.find(1, "/a") == nullptr);
}

TEST_CASE("the least used goes first, and what is too large is not kept") {
  AnswerCache cache(10'000);
  for (const char* key : {"/a", "/b", "/c"}) cache.put(1, key, answer(std::string(900, 'x')));
  CHECK(cache.find(1, "/a") != nullptr);
  for (int i = 0; i < 7; ++i) cache.put(1, "/" + std::to_string(i), answer(std::string(900, 'x')));
  CHECK(cache.find(1, "/a") != nullptr);
  CHECK(cache.find(1, "/b") == nullptr);
  cache.put(1, "/large", answer(std::string(5'000, 'x')));
  CHECK(cache.find(1, "/large") == nullptr);
}

}  // namespace
}  // namespace chiho::web
