// Pages from shards that are served: one that is gone, and back again.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "../cli/shard_server.hpp"
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

}  // namespace chiho::test
