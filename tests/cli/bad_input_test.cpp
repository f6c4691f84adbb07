// What people and scripts get wrong, and what they are told: the exit code, and a hint.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "program.hpp"

namespace chiho::test {
namespace {

struct Example {
  std::string what;
  std::vector<std::string> arguments;
  int exit_code;
  std::string said;  // stands in what is printed to stderr
};

TEST_CASE("a query or option that cannot be understood is refused with a hint") {
  const std::string db = digest_index().string();
  const std::vector<Example> examples{
      {"unclosed quote", {"\"水道"}, 2, "引用符が閉じていません"},
      {"no UTF-8", {"水\xFF道"}, 2, "UTF-8"},
      {"long query", {std::string(100000, 'a'), std::string(100000, 'b'), std::string(100000, 'c')}, 2, "長すぎます"},
      {"unknown office, near", {"--office", "開発協力統括課"}, 2, "開発協力総括課"},
      {"unknown office, far", {"--office", "zzz"}, 2, "chiho-search facets office"},
      {"unknown audience", {"--audience", "自治会"}, 2, "自治体"},
      {"unknown year", {"--year", "いつか"}, 2, "平成29年度"},
      {"backwards years", {"--year", "2017..2015"}, 2, "--year"},
      {"unknown type", {"-t", "book"}, 2, "scheme"},
      {"unknown edition", {"--edition", "1999-01", "水道"}, 2, "2018-07"},
      {"unknown option", {"--offise", "x"}, 2, "--office"},
      {"option without value", {"--office"}, 2, "--office に値がありません"},
      {"limit", {"水道", "-n", "many"}, 2, "--limit"},
      {"page", {"水道", "--page", "0"}, 2, "--page"},
      {"format", {"水道", "--format", "xml"}, 2, "json"},
      {"match", {"水道", "--match", "some"}, 2, "auto"},
      {"field", {"水道", "--format", "csv", "--fields", "titel"}, 2, "title"},
      {"language", {"水道", "--lang", "fr"}, 2, "ja"},
      {"unknown id", {"show", "2018-07/case/none"}, 2, "2018-07/case/none"},
      {"batch and words", {"水道", "--batch", "/nowhere/x.tsv"}, 2, "--batch"},
      {"facets in the table of a batch", {"--batch", "-", "--facets", "--format", "csv"}, 2, "--facets"},
      {"trec of what is no search", {"needs", "--format", "trec"}, 2, "--format"},
      {"synonyms file missing", {"水道", "--synonyms", "/nowhere/x.txt"}, 5, "/nowhere/x.txt"},
      {"batch file missing", {"--batch", "/nowhere/x.tsv"}, 5, "/nowhere/x.tsv"},
  };
  for (const auto& example : examples) {
    CAPTURE(example.what);
    std::vector<std::string> arguments = example.arguments;
    if (arguments.back() != "--office") arguments.insert(arguments.end(), {"--db", db});
    const Outcome outcome = run("chiho-search", arguments);
    CHECK(outcome.exit_code == example.exit_code);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("chiho-search: "));
    CHECK(outcome.err.find(example.said) != std::string::npos);

    // The same in English: not a sentence in Japanese.
    arguments.insert(arguments.begin(), {"--lang", "en"});
    const Outcome english = run("chiho-search", arguments);
    CAPTURE(english.err);
    CHECK(english.exit_code == example.exit_code);
    CHECK(english.err.starts_with("chiho-search: "));
    for (const char* japanese : {"。", "です", "ません", "ください", "近いもの"})
      CHECK(english.err.find(japanese) == std::string::npos);
    CHECK(outcome.err.find('\n') != outcome.err.size() - 1);  // a line of hint follows
    CHECK(english.err.find('\n') != english.err.size() - 1);
  }
}

TEST_CASE("a mistyped facet is taken for a word, and the facet offered") {
  const Outcome outcome = run("chiho-search", {"facets", "ofice", "--db", digest_index().string()});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.out.find("もしかして: chiho-search facets office") != std::string::npos);
}

TEST_CASE("errors are in English where that is asked for, or the locale's language") {
  const std::vector<std::string> query{"\"water", "--db", digest_index().string()};
  CHECK(run("chiho-search", query).err.find("引用符") != std::string::npos);
  CHECK(run("chiho-search", query, {{"LANG", "en_GB.UTF-8"}}).err.find("unclosed quote") != std::string::npos);
  CHECK(run("chiho-search", query, {{"LANG", "ja_JP.UTF-8"}}).err.find("引用符") != std::string::npos);
  CHECK(run("chiho-search", query, {{"LANG", "C.UTF-8"}}).err.find("引用符") != std::string::npos);
  std::vector<std::string> english = query;
  english.insert(english.begin(), "--lang=en");
  CHECK(run("chiho-search", english, {{"LANG", "ja_JP.UTF-8"}}).err.find("unclosed quote") != std::string::npos);
}

TEST_CASE("a missing, foreign or damaged index is exit 3, never an empty result") {
  const TemporaryFolder folder;
  const auto search = [](const std::filesystem::path& db) {
    return run("chiho-search", {"水道", "--json", "--db", db.string()});
  };
  CHECK(search(folder.path() / "none").exit_code == 3);
  CHECK(search(folder.path() / "none").err.find("chiho-index build") != std::string::npos);
  folder.write("foreign/iamglass", "something else");
  CHECK(search(folder.path() / "foreign").exit_code == 3);
  folder.write("foreign/current", "something else\n");
  CHECK(search(folder.path() / "foreign").exit_code == 3);
  CHECK(search(folder.write("file", "x")).exit_code == 3);
  CHECK(search(folder.path() / "none").out.empty());
}

TEST_CASE("a batch answers what it can and reports the line that is no query") {
  const TemporaryFolder folder;
  const auto file =
      folder.write("queries.tsv", "a\t無償資金協力 水道\nb\t\"水道\nc\t" + std::string(1 << 20, 'x') + "\nd\t泡盛\n");
  const Outcome outcome =
      run("chiho-search", {"--batch", file.string(), "--format", "trec", "-n", "1", "--db", digest_index().string()});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.starts_with("a Q0 2018-07/case/cambodia-water 1 "));
  CHECK(outcome.out.find("\nd Q0 ") != std::string::npos);
  CHECK(outcome.err.find("queries.tsv:2: ") != std::string::npos);
  CHECK(outcome.err.find("queries.tsv:3: ") != std::string::npos);
}

TEST_CASE("a line of a batch may lack its id, not its query; a run file has no spaces in ids") {
  const TemporaryFolder folder;
  const auto file = folder.write("queries.tsv", "泡盛\nb\t\nc c\t泡盛\n\t泡盛\n").string();
  const auto ask = [&](const std::string& format) {
    return run("chiho-search", {"--batch", file, "--format", format, "-n", "1", "--db", digest_index().string()});
  };
  const Outcome outcome = ask("trec");
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out ==
        "1 Q0 2018-07/case/hong-kong-awamori 1 1.000000000 chiho-search\n"
        "4 Q0 2018-07/case/hong-kong-awamori 1 1.000000000 chiho-search\n");
  CHECK(outcome.err.find("queries.tsv:2: ") != std::string::npos);
  CHECK(outcome.err.find("queries.tsv:3: ") != std::string::npos);
  CHECK(ask("csv").out.find("\nc c,1,") != std::string::npos);
}

TEST_CASE("an id that is none is told with the nearest") {
  for (const std::string command : {"show", "similar"}) {
    CAPTURE(command);
    const Outcome outcome =
        run("chiho-search", {command, "2018-07/case/cambodia-watre", "--lang", "en", "--db", digest_index().string()});
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("Did you mean: 2018-07/case/cambodia-water") != std::string::npos);
  }
}

TEST_CASE("chiho-index says what is wrong") {
  const TemporaryFolder folder;
  const std::string db = (folder.path() / "db").string();
  const std::string edition = (folder.path() / "edition").string();
  const auto jsonl =
      folder.write("bad.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":3,\"colour\":1}\n{\"id\"\n")
          .string();
  const auto empty = folder.write("empty.jsonl", "").string();
  const auto sound = folder.write("sound.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n").string();
  const auto other =
      folder.write("other.jsonl", "{\"id\":\"b\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"x\"}\n").string();
  const auto nothing = folder.write("nothing/a.dat", "x").parent_path().string();
  const auto binary = folder.write("noise.txt", std::string("\x00\x01\x02\xFF\xFE noise", 11)).string();
  const std::vector<Example> examples{
      {"no command", {}, 2, "--help"},
      {"unknown command", {"biuld"}, 2, "biuld"},
      {"nothing to build", {"build", "--db", db}, 2, "build"},
      {"no such source", {"build", "/nowhere", "--db", db}, 5, "/nowhere"},
      {"no source", {"build", nothing, "--db", db}, 2, "edition.toml"},
      {"faulty lines", {"build", jsonl, "--db", db}, 4, "bad.jsonl:2:"},
      {"every faulty line", {"build", jsonl, "--db", db}, 4, "bad.jsonl:3:"},
      {"a source twice", {"build", sound, sound, "--db", db}, 2, sound},
      {"a source twice, by other names",
       {"build", sound, folder.path().string() + "/./sound.jsonl", "--db", db},
       2,
       "二度"},
      {"an id in two sources",
       {"build", sound, other, "--db", db},
       4,
       other + ":1:1: id が " + sound + " にもあります: a"},
      {"no record at all", {"build", empty, "--db", db}, 4, "empty.jsonl:1:1: 記録が一つもありません"},
      {"unwritable", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", "--db", "/proc/none"}, 5, "/proc/none"},
      {"import without edition", {"import", binary, "-o", edition}, 2, "--edition"},
      {"import as an edition that cannot be",
       {"import", "/nowhere", "--edition", "a b/../c", "-o", edition},
       2,
       "--edition"},
      {"import of an empty file", {"import", empty, "--edition", "x", "-o", edition}, 4, "空です"},
      {"import of a folder", {"import", folder.path().string(), "--edition", "x", "-o", edition}, 5, "読めません"},
      {"import of noise", {"import", binary, "--edition", "x", "-o", edition}, 4, "chiho-index: "},
      {"import of nothing", {"import", "/nowhere", "--edition", "x", "-o", edition}, 5, "/nowhere"},
      {"import into a full folder",
       {"import", binary, "--edition", "x", "-o", CHIHO_SOURCE_DIR "/corpus/2018-07"},
       2,
       "corpus/2018-07"},
      {"info of nothing", {"info", db}, 3, "索引がありません"},
  };
  for (const auto& example : examples) {
    CAPTURE(example.what);
    const Outcome outcome = run("chiho-index", example.arguments);
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == example.exit_code);
    CHECK(outcome.err.find(example.said) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "db" / "current"));
  }
}

}  // namespace
}  // namespace chiho::test
