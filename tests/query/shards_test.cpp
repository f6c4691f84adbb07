// An index of several shards answers as one would.
#include "query/index/shards.hpp"

#include <doctest/doctest.h>

#include "corpus/edition_folder.hpp"
#include "query/show/render_json.hpp"
#include "small_index.hpp"

using namespace chiho;
using test::SmallIndex;

namespace {

const EditionFolder& digest() {
  static const EditionFolder folder = read_edition_folder(CHIHO_SOURCE_DIR "/corpus/2018-07");
  return folder;
}

Request asked(const std::string& query) {
  Request request;
  request.query = query;
  request.limit = 50;
  request.explain = true;
  return request;
}

std::vector<Request> requests() {
  std::vector<Request> all;
  for (const char* query : {"無償資金協力 水道",
                            "海外で日本酒を広めたい",
                            "中小企業",
                            "ちゅうしょうきぎょう",
                            "ジャパンハウス",
                            "課",
                            "ところ",
                            "開発協力総括課",
                            "03-5501-8373",
                            "外務省 -学校",
                            "\"草の根\" OR 展示会",
                            "title:派遣",
                            "水",
                            "無償資金強力",
                            "補助金",
                            "外務省見学",
                            "在外公館",
                            "2017年",
                            "電話",
                            ""})
    all.push_back(asked(query));
  Request filtered = asked("企業");
  filtered.filters[Field::type] = {{"case", false}};
  filtered.filters[Field::audience] = {{"自治体", false}, {"企業", false}};
  all.push_back(filtered);
  for (const SortOrder sort : {SortOrder::page, SortOrder::year}) {
    Request sorted = asked("協力");
    sorted.sort = sort;
    sorted.offset = 3;
    sorted.limit = 7;
    all.push_back(sorted);
  }
  return all;
}

}  // namespace

TEST_CASE("records are numbered as if dealt out in turn") {
  const std::vector<Xapian::Database> three(3, Xapian::Database(std::string(), Xapian::DB_BACKEND_INMEMORY));
  const Shards shards(three);
  // all, shard, there
  for (const auto& [id, shard, there] : std::vector<std::array<unsigned, 3>>{
           {1, 0, 1}, {2, 1, 1}, {3, 2, 1}, {4, 0, 2}, {9, 2, 3}, {4294967295, 2, 1431655765}}) {
    CHECK(shards.shard_of(id) == shard);
    CHECK(shards.id_in_shard(id) == there);
    CHECK(shards.id_of_all(shard, there) == id);
  }
}

TEST_CASE("answers, order, scores, facets and snippets are those of one index, however many the shards") {
  const auto& records = digest().records;
  REQUIRE(records.size() > 80);
  const SmallIndex one(records, "ODA = 政府開発援助\n", {digest().edition});
  for (const auto shards : std::vector<std::size_t>{2, 3, 7}) {
    const SmallIndex several(records, "ODA = 政府開発援助\n", {digest().edition}, shards);
    for (const Request& request : requests()) {
      CAPTURE(shards);
      CAPTURE(request.query);
      CHECK(render_json(several.answer(request)) == render_json(one.answer(request)));
    }
  }
}

TEST_CASE("a shard without a record is no harm") {
  const std::vector<Record> records{test::page("a", "水道の話"), test::page("b", "料理の話")};
  const SmallIndex index(records, "", {}, 5);
  CHECK(index.ids("水道") == std::vector<std::string>{"a"});
  CHECK(index.ids("りょうり") == std::vector<std::string>{"b"});
}
