// What changes in one place changes one shard.
#include "indexer/shard_cutter.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "corpus/jsonl.hpp"
#include "indexer/writer.hpp"

using namespace chiho;

namespace {

constexpr ShardSize small{8000, 4000};

Record record(std::size_t number, std::size_t length) {
  Record made;
  made.id = fmt::format("r{}", number);
  made.text = std::string(length, 'x');
  return made;
}

std::vector<Record> records(std::mt19937& chance) {
  std::vector<Record> made;
  for (std::size_t i = 0; i < 2000; ++i) made.push_back(record(i, chance() % 200));
  return made;
}

std::vector<ShardPlan> cut(const std::vector<Record>& records) {
  ShardCutter cutter(small);
  std::uint64_t end = 0;
  for (const Record& record : records) {
    const std::string line = to_jsonl(record);
    const std::uint64_t begin = end;
    end += line.size() + 1;
    cutter.add(record, line, {begin, end});
  }
  return cutter.finish();
}

std::set<std::string> ids(const std::vector<ShardPlan>& shards, const std::vector<Edition>& editions = {},
                          std::string_view maker = "maker 1") {
  std::set<std::string> ids;
  for (const ShardPlan& shard : shards) ids.insert(shard.id(editions, maker));
  return ids;
}

std::size_t new_in(const std::set<std::string>& now, const std::set<std::string>& before) {
  return static_cast<std::size_t>(std::ranges::count_if(now, [&](const auto& id) { return !before.contains(id); }));
}

}  // namespace

TEST_CASE("shards stand one behind the other, hold every record, and are neither small nor large") {
  const unsigned seed = std::random_device()();
  MESSAGE("seed ", seed);
  std::mt19937 chance(seed);
  const auto all = records(chance);
  const auto shards = cut(all);
  REQUIRE(shards.size() > 5);
  std::uint64_t end = 0;
  std::uint64_t held = 0;
  for (const ShardPlan& shard : shards) {
    CHECK(shard.range.begin == end);
    end = shard.range.end;
    held += shard.records;
    CHECK(shard.bytes < small.least + 2 * small.usual + 201);
    if (&shard != &shards.back()) CHECK(shard.bytes >= small.least);
  }
  CHECK(held == all.size());
  CHECK(cut({}).empty());
  CHECK(cut({record(1, 10)}).size() == 1);
}

TEST_CASE("one record changed, added or taken away: nearly all shards are as they were") {
  const unsigned seed = std::random_device()();
  MESSAGE("seed ", seed);
  std::mt19937 chance(seed);
  const auto all = records(chance);
  const auto before = ids(cut(all));
  CHECK(ids(cut(all)) == before);

  auto changed = all;
  changed[1000].text.front() = 'y';
  CHECK(new_in(ids(cut(changed)), before) == 1);

  auto fewer = all;
  fewer.erase(fewer.begin());
  auto more = all;
  more.insert(more.begin() + 1000, record(5000, 150));
  for (const auto& now : {fewer, more}) {
    const auto after = ids(cut(now));
    CHECK(new_in(after, before) >= 1);
    CHECK(new_in(after, before) <= before.size() / 2);
  }
}

TEST_CASE("a shard depends on the editions that its records name, and on who makes it") {
  Record named = record(1, 10);
  named.edition = "2018-07";
  Edition edition;
  edition.id = "2018-07";
  Edition renamed = edition;
  renamed.title = "another title";
  Edition other;
  other.id = "2019-07";
  const auto shards = cut({named});
  CHECK(ids(shards, {edition}) == ids(shards, {edition, other}));
  CHECK(ids(shards, {edition}) != ids(shards, {renamed}));
  CHECK(ids(shards) != ids(shards, {}, "maker 2"));
}
