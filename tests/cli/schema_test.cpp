// What scripts are given, against docs/chiho-search-1.schema.json.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "program.hpp"

namespace chiho::test {
namespace {

struct Example {
  std::string definition;  // that every line of the output meets
  std::vector<std::string> arguments;
};

const std::vector<Example> examples{
    {"answer", {"無償資金協力 水道", "--json"}},
    {"answer", {"補助金", "--json"}},
    {"answer", {"\x01\xE3\x81\x82 '\"水道\"' -無償 OR title:計画", "--json"}},
    {"answer", {"--json"}},
    {"answer", {"水道", "--json", "--fields", "title,page,text,contacts"}},
    {"answer", {"外国の都市と交流したい", "--json", "--lang", "en", "-n", "100"}},
    {"answer", {"--year", "平成29年度", "-t", "case", "--json", "-n", "100"}},
    {"answer", {"水道 OR 泡盛", "--json", "--explain"}},
    {"hit_line", {"水道 泡盛", "--format", "jsonl", "--explain"}},
    {"answer", {"similar", "2018-07/case/cambodia-water", "--json"}},
    {"answer", {"facets", "--json"}},
    {"answer", {"contact", "開発協力", "--json"}},
    {"answer", {"contact", "日露経済室", "--json"}},
    {"answer", {"contact", "どこにもない課", "--json"}},
    {"hit_line", {"海外", "--format", "jsonl", "-n", "100"}},
    {"some_of_hit", {"海外", "--format", "jsonl", "--fields", "id,snippet"}},
    {"facets_line", {"facets", "office", "--format", "jsonl"}},
    {"office", {"contact", "課", "--format", "jsonl"}},
    {"record", {"show", "2018-07/case/cambodia-water", "--json"}},
    {"record", {"show", "2018-07/contact/local-partnership", "--format", "jsonl"}},
    {"some_of_hit", {"show", "2018-07/case/cambodia-water", "--json", "--fields", "title,contacts"}},
    {"needs", {"needs", "--json"}},
    {"needs", {"needs", "どこにもない", "--json"}},
    {"need", {"needs", "--format", "jsonl"}},
};

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

TEST_CASE("what is printed for scripts is what the schema promises") {
  const TemporaryFolder folder;
  std::string lines;
  const auto add = [&](const std::string& definition, std::vector<std::string> arguments) {
    const std::string label = joined(arguments);
    arguments.insert(arguments.end(), {"--db", digest_index().string()});
    const Outcome outcome = run("chiho-search", arguments);
    INFO(label << ": " << outcome.err);
    CHECK(outcome.exit_code < 2);
    std::istringstream out(outcome.out);
    std::size_t count = 0;
    for (std::string line; std::getline(out, line); ++count) lines += definition + "\t" + label + "\t" + line + "\n";
    CHECK(count > 0);
  };
  for (const Example& example : examples) add(example.definition, example.arguments);
  const auto batch = folder.write("queries.tsv", "a\t水道\nb\t補助金\n").string();
  add("answer", {"--batch", batch, "--json"});
  add("hit_line", {"--batch", batch, "--format", "jsonl"});

  if (run_script("python3 -c 'import jsonschema'", folder.path()).exit_code != 0) {
    MESSAGE("skipped: python3-jsonschema is not installed");
    return;
  }
  const auto file = folder.write("lines", lines).string();
  const std::string validate = "python3 " CHIHO_SOURCE_DIR "/tests/cli/validate.py ";
  const Outcome valid =
      run_script(validate + CHIHO_SOURCE_DIR "/docs/chiho-search-1.schema.json < " + file, folder.path());
  INFO(valid.out);
  INFO(valid.err);
  CHECK(valid.exit_code == 0);

  // The schema refuses what is none.
  for (const char* wrong : {"{\"format\":\"chiho-search/2\"}", "{}", "[]"}) {
    const auto bad = folder.write("wrong", std::string("answer\tx\t") + wrong + "\n").string();
    CHECK(
        run_script(validate + CHIHO_SOURCE_DIR "/docs/chiho-search-1.schema.json < " + bad, folder.path()).exit_code ==
        1);
  }
}

}  // namespace
}  // namespace chiho::test
