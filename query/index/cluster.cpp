#include "query/index/cluster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <thread>

#include "error/error.hpp"
#include "query/index/database_file.hpp"
#include "query/index/dealt.hpp"
#include "query/index/shard_lost.hpp"
#include "query/index/stub.hpp"
#include "query/index/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

struct Member {
  std::string place;
  std::optional<Xapian::Database> database;  // none: not there
  Dealt dealt;
  Metadata metadata;
};

const Text one_build{"同じ build のシャードを、一つずつ、すべて挙げてください（chiho-index info が示します）。",
                     "List every shard of one build, each once (chiho-index info names them)."};

[[noreturn]] void throw_unfit(const fs::path& stub, const Text& what) {
  throw Error(ErrorCode::index,
              {fmt::format("{}: {}", stub.string(), what.ja), fmt::format("{}: {}", stub.string(), what.en)},
              one_build);
}

Xapian::Database database_of(const StubEntry& entry, std::chrono::milliseconds patience) {
  const auto wait = static_cast<useconds_t>(patience.count());  // Xapian counts in milliseconds for all that
  return entry.host.empty() ? open_database_file(entry.file) : Xapian::Remote::open(entry.host, entry.port, wait, wait);
}

void open_member(Member& member, const StubEntry& entry, const fs::path& stub, const Opening& opening) {
  member.place = entry.place();
  try {
    with_xapian(member.place, [&] {
      const Xapian::Database database = database_of(entry, opening.patience);
      member.metadata = metadata_of_json(database.get_metadata(std::string(metadata_key)), member.place);
      const auto dealt = dealt_of(database.get_metadata(std::string(dealt_entry)));
      if (!dealt)
        throw_unfit(stub, {fmt::format("{} は build --shards で作ったシャードではありません。", member.place),
                           fmt::format("{} is not a shard made by build --shards", member.place)});
      member.dealt = *dealt;
      member.database = database;
    });
  } catch (const ShardLost&) {
    member.database.reset();
  }
}

// At the same time: several that are not there are waited for as long as one.
std::vector<Member> members_of(const fs::path& stub, const Opening& opening) {
  const std::vector<StubEntry> entries = read_stub(stub);
  std::vector<Member> members(entries.size());
  std::vector<std::exception_ptr> failed(entries.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < entries.size(); ++i)
      threads.emplace_back([&, i] {
        try {
          open_member(members[i], entries[i], stub, opening);
        } catch (...) {
          failed[i] = std::current_exception();
        }
      });
  }
  for (const auto& failure : failed)
    if (failure) std::rethrow_exception(failure);
  return members;
}

// Of one build, and no number twice.
void check_members(const std::vector<Member>& members, const fs::path& stub) {
  const Member* first = nullptr;
  std::vector<const Member*> by_number;
  for (const Member& member : members) {
    if (!member.database) continue;
    if (first == nullptr) first = &member;
    by_number.resize(first->dealt.count);
    if (member.dealt.build != first->dealt.build || member.dealt.count != first->dealt.count)
      throw_unfit(stub, {fmt::format("{} と {} は別の build のシャードです。", first->place, member.place),
                         fmt::format("{} and {} are shards of different builds", first->place, member.place)});
    const Member*& known = by_number[member.dealt.number - 1];
    if (known != nullptr)
      throw_unfit(stub, {fmt::format("{} と {} は同じシャードです。", known->place, member.place),
                         fmt::format("{} and {} are the same shard", known->place, member.place)});
    known = &member;
  }
  if (first != nullptr && first->dealt.count != members.size())
    throw_unfit(stub,
                {fmt::format("索引のシャードは{}個、挙げられているのは{}個です。", first->dealt.count, members.size()),
                 fmt::format("the index has {} shards, {} are listed", first->dealt.count, members.size())});
}

}  // namespace

// In the place of one that is not there stands an empty one, so that the records of the others keep their numbers.
Cluster open_cluster(const fs::path& stub, const Opening& opening) {
  const std::vector<Member> members = members_of(stub, opening);
  Cluster cluster;
  for (const Member& member : members)
    if (!member.database) cluster.missing.push_back(member.place);
  if (cluster.missing.size() == members.size() || (!cluster.missing.empty() && !opening.partial))
    throw ShardLost(fmt::format("{}", fmt::join(cluster.missing, ", ")), stub.string());
  check_members(members, stub);
  const Xapian::Database none(std::string(), Xapian::DB_BACKEND_INMEMORY);
  std::vector<Xapian::Database> shards(members.size(), none);
  Metadata counted;
  for (const Member& member : members) {
    if (!member.database) continue;
    shards[member.dealt.number - 1] = *member.database;
    cluster.metadata = member.metadata;
    counted.add_counts(member.metadata);
  }
  cluster.metadata.records = counted.records;
  cluster.metadata.letters = counted.letters;
  cluster.metadata.slots = counted.slots;
  cluster.shards = Shards::served(std::move(shards));
  return cluster;
}

}  // namespace chiho
