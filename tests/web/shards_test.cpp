// Pages from shards that are served: one that is gone, and back again.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "../cli/shard_server.hpp"
#include "query/web/handles.hpp"
#include "served.hpp"

namespace chiho::test {
namespace {

struct Cluster {
  TemporaryFolder folder;
  std::filesystem::path db = folder.path() / "db";
  std::vector<ShardServer> servers;
  std::filesystem::path stub;

  Cluster() {
    REQUIRE(run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", "--shards", "2", "--db", db.string()})
                .exit_code == 0);
    for (const auto& shard : shard_files(db)) servers.emplace_back(shard);
    stub = folder.write("cluster.stub", stub_of(servers));
  }
  void restart(std::size_t shard) { servers[shard] = ShardServer(shard_files(db)[shard], servers[shard].port()); }
};

bool soon(const std::function<bool()>& happens) {
  for (int tries = 0; tries < 100; ++tries) {
    if (happens()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return false;
}

const std::string page = "/search?q=" + encoded("外務省");
const std::string answer = "/search.json?q=" + encoded("外務省");

}  // namespace

TEST_CASE("a shard that is gone is said, and used again when it is back") {
  Cluster cluster;
  const Served served(cluster.stub, {"--partial"});
  const Reply whole = served.get(answer);
  REQUIRE(whole.status == 200);
  CHECK_FALSE(served.get(page).has("一部の資料"));
  cluster.servers[1].stop();
  CHECK(soon([&] { return served.get(answer + "&n=11").has("missing_shards"); }));
  CHECK(served.get(page + "&n=11").has("一部の資料"));
  cluster.restart(1);
  CHECK(soon([&] { return served.get(answer).body == whole.body; }));
  CHECK_FALSE(served.get(page).has("一部の資料"));
}

TEST_CASE("without --partial a shard that is gone is a fault until it is back") {
  Cluster cluster;
  const Served served(cluster.stub);
  REQUIRE(served.get(page).status == 200);
  cluster.servers[0].stop();
  CHECK(served.get(page + "&n=11").status == 503);
  CHECK(served.get("/healthz").status == 200);
  cluster.restart(0);
  CHECK(soon([&] { return served.get(page + "&n=12").status == 200; }));
}

TEST_CASE("a shard that is back is used by every handle, whichever saw it first") {
  Cluster cluster;
  cluster.servers[1].stop();
  const Analyzer analyzer;
  const Synonyms synonyms;
  std::size_t reports = 0;
  Opening opening;
  opening.partial = true;
  web::Handles handles(cluster.stub, opening, analyzer, synonyms, 2, [&](const Error&) { ++reports; });
  CHECK(reports == 1);
  {
    const auto before = handles.take();
    CHECK(before->index.missing().size() == 1);
    cluster.restart(1);
    const auto after = handles.take();  // a new one, since the other is out
    CHECK(after->index.missing().empty());
  }
  const auto one = handles.take();
  const auto other = handles.take();
  CHECK(one->index.missing().empty());
  CHECK(other->index.missing().empty());
}

TEST_CASE("a stub that lists the shards of another build is taken up, while those of the old one still answer") {
  Cluster cluster;
  const Served served(cluster.stub);
  REQUIRE(served.get(answer).status == 200);
  const std::filesystem::path db = cluster.folder.path() / "new";
  const std::filesystem::path records = cluster.folder.write("new.jsonl", R"({"id":"new","text":"外務省の話"})");
  REQUIRE(run("chiho-index", {"build", records.string(), "--shards", "1", "--db", db.string()}).exit_code == 0);
  std::vector<ShardServer> servers;
  servers.emplace_back(shard_files(db).front());
  cluster.folder.write("cluster.stub", stub_of(servers));
  CHECK(soon([&] { return served.get(answer).has("\"id\":\"new\""); }));
}

}  // namespace chiho::test
