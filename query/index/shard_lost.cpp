#include "query/index/shard_lost.hpp"

#include <fmt/format.h>

namespace chiho {

ShardLost::ShardLost(const std::string& places, const std::string& index)
    : Error(ErrorCode::io,
            {fmt::format("シャードのサーバーから答えがありません: {}（{}）", places, index),
             fmt::format("no answer from the server of a shard: {} ({})", places, index)},
            {"xapian-tcpsrv が動いているか確かめてください。--partial を付けると、残りのシャードだけで答えます。",
             "Check that its xapian-tcpsrv is running. With --partial the other shards answer without it."}) {}

}  // namespace chiho
