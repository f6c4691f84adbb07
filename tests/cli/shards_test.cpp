// An index in shards, on servers as Debian ships them, answers as one would; and what happens when one is gone.
#include <doctest/doctest.h>
#include <signal.h>

#include <nlohmann/json.hpp>
#include <set>

#include "program.hpp"
#include "shard_server.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

const std::string corpus = CHIHO_SOURCE_DIR "/corpus/2018-07";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The digest in shards, each served.
struct Cluster {
  TemporaryFolder folder;
  std::string db = (folder.path() / "db").string();
  std::vector<ShardServer> servers;
  std::string stub;

  explicit Cluster(int shards = 3) {
    REQUIRE(run("chiho-index", {"build", corpus, "--shards", std::to_string(shards), "--db", db}).exit_code == 0);
    for (const fs::path& shard : shard_files(db)) servers.emplace_back(shard);
    REQUIRE(servers.size() == static_cast<std::size_t>(shards));
    stub = folder.write("cluster.stub", stub_of(servers)).string();
  }
};

Outcome ask(std::vector<std::string> arguments, const std::string& db) {
  arguments.insert(arguments.end(), {"--db", db});
  return run("chiho-search", arguments);
}

const std::vector<std::vector<std::string>> questions{
    {"無償資金協力 水道", "--json", "--explain"},
    {"海外で日本酒を広めたい", "--json", "--explain"},
    {"ところ", "--json", "-n", "50"},
    {"ちゅうしょうきぎょう", "--json"},
    {"nihonshu", "--json"},
    {"外務省見学", "--json"},
    {"無償資金強力", "--json"},
    {"補助金", "--json"},
    {"03-5501-8373", "--json"},
    {"\"草の根\" OR 展示会 -学校", "--json", "-n", "50"},
    {"title:派遣", "--json"},
    {"企業", "--type", "case", "--audience", "自治体", "--year", "2015..2017", "--json"},
    {"--office", "開発協力総括課", "--json"},
    {"協力", "--sort", "year", "--offset", "3", "-n", "7", "--json"},
    {"水道"},
    {"facets", "office", "企業"},
    {"needs"},
    {"show", "2018-07/case/cambodia-water"},
    {"similar", "2018-07/case/cambodia-water", "--json"},
    {"contact", "開発協力総括課"},
};

TEST_CASE("the same commands give the same answers from one index, from its shards here, and from servers") {
  const Cluster cluster;
  for (const auto& question : questions) {
    CAPTURE(question.front());
    const Outcome one = ask(question, digest_index().string());
    for (const std::string& db : {cluster.db, cluster.stub}) {
      CAPTURE(db);
      const Outcome several = ask(question, db);
      CHECK(several.exit_code == one.exit_code);
      CHECK(several.out == one.out);
      CHECK(several.err == one.err);
    }
  }
}

TEST_CASE("a server that is gone is an error that names it, or done without where that is asked for") {
  Cluster cluster;
  const std::vector<std::string> question{"外務省", "--json", "-n", "100"};
  const json whole = json::parse(ask(question, cluster.stub).out);
  std::set<std::string> ids;
  for (const auto& hit : whole["hits"]) ids.insert(hit["id"].get<std::string>());
  REQUIRE(ids.size() > 20);
  CHECK_FALSE(whole.contains("missing_shards"));

  for (std::size_t gone = 0; gone < cluster.servers.size(); ++gone) {
    const int port = cluster.servers[gone].port();
    cluster.servers[gone].stop();
    const Outcome refused = ask({"外務省"}, cluster.stub);
    CHECK(refused.exit_code == 5);
    CHECK(refused.out.empty());
    CHECK(contains(refused.err, cluster.servers[gone].place()));
    CHECK(contains(refused.err, "--partial"));

    const Outcome partial = ask({"外務省", "--json", "-n", "100", "--partial"}, cluster.stub);
    CHECK(partial.exit_code == 0);
    CHECK(contains(partial.err, cluster.servers[gone].place()));
    const json answer = json::parse(partial.out);
    CHECK(answer["missing_shards"] == json::array({cluster.servers[gone].place()}));
    CHECK(answer["total"].get<int>() < whole["total"].get<int>());
    CHECK(answer["total"].get<int>() > whole["total"].get<int>() / 3);
    for (const auto& hit : answer["hits"]) CHECK(ids.contains(hit["id"].get<std::string>()));
    // What a hit shows is its own: numbers of records have not moved.
    CHECK(contains(answer["hits"][0]["snippet"]["text"].get<std::string>(), "外務省"));

    cluster.servers[gone] = ShardServer(shard_files(cluster.db)[gone], port);
    CHECK(json::parse(ask(question, cluster.stub).out) == whole);
  }
}

TEST_CASE("a server that hangs is given up") {
  const Cluster cluster(2);
  cluster.servers[1].signal(SIGSTOP);
  const Outcome refused = ask({"水道"}, cluster.stub);
  CHECK(refused.exit_code == 5);
  CHECK(contains(refused.err, cluster.servers[1].place()));
  CHECK(json::parse(ask({"水道", "--json", "--partial"}, cluster.stub).out).contains("missing_shards"));
}

TEST_CASE("what a stub lists cannot be verified, rolled back or built from here") {
  const Cluster cluster(1);
  for (const std::string command : {"verify", "rollback"}) {
    CAPTURE(command);
    const Outcome refused = run("chiho-index", {command, cluster.stub, "--lang", "en"});
    CHECK(refused.exit_code == 3);
    CHECK(contains(refused.err, "no index at " + cluster.stub));
  }
  CHECK(run("chiho-index", {"build", corpus, "--db", cluster.stub}).exit_code == 5);
  CHECK(ask({"水道"}, cluster.stub).exit_code == 0);
}

TEST_CASE("what a stub may not be") {
  const Cluster cluster;
  const Cluster other(2);
  const std::string one = "remote " + cluster.servers[0].place() + "\n";
  const std::string two = "remote " + cluster.servers[1].place() + "\n";
  const std::string three = "remote " + cluster.servers[2].place() + "\n";
  struct Row {
    std::string lines;
    const char* said;
  };
  const Row rows[] = {
      {"", "no shard is listed"},
      {"# nothing\n\n", "no shard is listed"},
      {"nonsense\n", "stub:1: not a line"},
      {one + "remote 127.0.0.1\n", "stub:2: not a line"},
      {one + "remote 127.0.0.1:99999\n", "stub:2: not a line"},
      {one + two, "the index has 3 shards, 2 are listed"},
      {one + two + two, "are the same shard"},
      {one + two + "remote " + other.servers[0].place() + "\n", "shards of different builds"},
      {one + two + "auto nowhere.glass\n", "no index at"},
      {one + two + "auto bad.stub\n", "damaged"},  // itself
      {one + two + "auto .\n", "damaged"},
      {one + two + "auto " + (digest_index() / "000001.glass").string() + "\n", "not a shard made by build --shards"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    const fs::path stub = cluster.folder.write("bad.stub", row.lines);
    const Outcome refused = ask({"水道", "--lang", "en"}, stub.string());
    CHECK(refused.exit_code == 3);
    CHECK(contains(refused.err, row.said));
    CHECK(refused.out.empty());
  }
  const fs::path mixed =
      cluster.folder.write("mixed.stub", three + "auto " + shard_files(cluster.db)[1].string() + "\r\n" + one);
  CHECK(ask({"水道", "--json"}, mixed.string()).out == ask({"水道", "--json"}, digest_index().string()).out);
}

TEST_CASE("shards are built, compared, verified and put back like any index") {
  const Cluster cluster(2);
  const auto build = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"build", corpus, "--db", cluster.db});
    return run("chiho-index", more).out;
  };
  CHECK(contains(build({"--shards", "2"}), "変わりはありません"));
  CHECK_FALSE(contains(build({"--shards", "4"}), "変わりはありません"));
  CHECK(shard_files(cluster.db).size() == 4);
  CHECK_FALSE(contains(build({}), "変わりはありません"));
  CHECK(shard_files(cluster.db).empty());
  CHECK(run("chiho-index", {"rollback", cluster.db}).exit_code == 0);
  CHECK(shard_files(cluster.db).size() == 4);
  CHECK(run("chiho-index", {"verify", cluster.db}).exit_code == 0);
  CHECK(contains(run("chiho-index", {"info", cluster.db}).out, shard_files(cluster.db)[3].filename().string()));
  CHECK(run("chiho-index", {"export", cluster.db}).out == run("chiho-index", {"export", digest_index().string()}).out);
  CHECK(run("chiho-index", {"build", corpus, "--db", cluster.db, "--shards", "0"}).exit_code == 2);
  CHECK(run("chiho-index", {"build", corpus, "--db", cluster.db, "--shards", "1001"}).exit_code == 2);
}

}  // namespace
}  // namespace chiho::test
