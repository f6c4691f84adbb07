// chiho-search similar, on the digest.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "program.hpp"

namespace chiho::test {

namespace {

using nlohmann::json;

Outcome similar(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "similar");
  arguments.insert(arguments.end(), {"--db", digest_index().string()});
  return run("chiho-search", arguments);
}

std::vector<std::string> ids(const Outcome& outcome) {
  const json answer = json::parse(outcome.out);
  std::vector<std::string> found;
  for (const auto& hit : answer["hits"]) found.push_back(hit["id"]);
  return found;
}

// What a reader of the digest would put beside a record: about the same thing, or of the same programme.
const std::vector<std::pair<std::string, std::string>> kin{
    {"case/kaiho-ghana", "case/miyagi-malawi"},                      // JICA volunteers in their posts
    {"case/press-tour", "case/asian-journalists"},                   // journalists shown the regions
    {"case/cambodia-water", "case/mongolia-water-quality"},          // grant aid for water
    {"scheme/student-visits", "scheme/diplomacy-lecture"},           // what pupils are told of the ministry
    {"scheme/overseas-cultural-projects", "case/hong-kong-awamori"}  // culture abroad
};

}  // namespace

TEST_CASE("a record is shown with those like it, itself left out") {
  for (const auto& example : kin) {
    const auto& asked = std::get<0>(example);
    const auto& expected = std::get<1>(example);
    CAPTURE(asked);
    const Outcome outcome = similar({"2018-07/" + asked, "--json", "-n", "3"});
    REQUIRE(outcome.exit_code == 0);
    const auto found = ids(outcome);
    REQUIRE(found.size() == 3);
    CHECK(std::ranges::find(found, "2018-07/" + expected) != found.end());
    CHECK(std::ranges::find(found, "2018-07/" + asked) == found.end());
  }
}

TEST_CASE("similar takes the filters and formats of a search") {
  const Outcome schemes = similar({"2018-07/case/press-tour", "-t", "scheme", "--json", "-n", "1"});
  CHECK(ids(schemes) == std::vector<std::string>{"2018-07/scheme/foreign-media"});
  CHECK(json::parse(schemes.out)["query"]["text"] == "2018-07/case/press-tour");
  CHECK(json::parse(schemes.out)["facets"]["type"].size() > 1);
  const Outcome table = similar({"2018-07/case/press-tour", "--format", "tsv", "--fields", "rank,id", "-n", "1"});
  CHECK(table.out == "rank\tid\n1\t2018-07/case/asian-journalists\n");
  const Outcome people = similar({"2018-07/case/press-tour", "-n", "1"});
  CHECK(people.out.find("p.13") != std::string::npos);
}

TEST_CASE("--explain says why, for a search and for similar") {
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"水道"}, {"similar", "2018-07/case/press-tour"}}) {
    std::vector<std::string> arguments = asked;
    arguments.insert(arguments.end(), {"--explain", "--json", "--db", digest_index().string()});
    const Outcome outcome = run("chiho-search", arguments);
    const json answer = json::parse(outcome.out);
    CHECK(answer["explain"]["units"].size() > 0);
    double sum = 0;
    for (const auto& part : answer["hits"][0]["explain"]["parts"]) sum += part["score"].get<double>();
    CHECK(sum == doctest::Approx(answer["hits"][0]["score"].get<double>()));
  }
  CHECK(run("chiho-search", {"水道", "--explain", "--format", "tsv", "--db", digest_index().string()}).exit_code == 2);
  CHECK(run("chiho-search", {"show", "2018-07/case/press-tour", "--explain", "--db", digest_index().string()})
            .exit_code == 2);
}

TEST_CASE("similar refuses what is no id just as show does") {
  const Outcome similar_to_none = similar({"2018-07/case/none"});
  const Outcome none = run("chiho-search", {"show", "2018-07/case/none", "--db", digest_index().string()});
  CHECK(similar_to_none.exit_code == 2);
  CHECK(similar_to_none.err == none.err);
  CHECK(similar({}).exit_code == 2);
  CHECK(similar({"a", "b"}).exit_code == 2);
}

}  // namespace chiho::test
