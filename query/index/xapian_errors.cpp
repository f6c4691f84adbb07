#include "query/index/xapian_errors.hpp"

#include <fmt/format.h>

#include <string_view>

#include "query/index/shard_lost.hpp"

namespace chiho {

namespace {

// Xapian tells of what it was busy with: `remote:tcp(HOST:PORT)`.
std::string server_of(const Xapian::Error& error) {
  const std::string& context = error.get_context();
  const std::size_t begin = context.find('(');
  const std::size_t end = context.find(')');
  return begin < end && end != std::string::npos ? context.substr(begin + 1, end - begin - 1) : context;
}

}  // namespace

void rethrow_xapian(const Xapian::Error& error, const std::string& where) {
  const std::string_view type = error.get_type();
  const Text rebuild{"chiho-index build で作り直してください。", "Rebuild it with chiho-index build."};
  if (type == "DatabaseNotFoundError")
    throw Error(ErrorCode::index, {fmt::format("索引がありません: {}", where), fmt::format("no index at {}", where)},
                rebuild);
  if (type.starts_with("Network")) throw ShardLost(server_of(error), where);
  if (type.starts_with("Database") || type == "SerialisationError" || type == "DocNotFoundError" ||
      type == "RangeError" || type == "FeatureUnavailableError")
    throw Error(ErrorCode::index,
                {fmt::format("索引が壊れています: {}", where), fmt::format("the index is damaged: {}", where)},
                rebuild);
  throw Error(ErrorCode::io,
              {fmt::format("索引の処理に失敗しました: {}", where), fmt::format("the index engine failed: {}", where)},
              {"空き容量と権限を確かめてください。", "Check free disk space and permissions."});
}

void rethrow_xapian_writing(const std::string& where) {
  throw Error(ErrorCode::io,
              {fmt::format("索引を書けません: {}", where), fmt::format("cannot write the index: {}", where)},
              {"空き容量と権限を確かめてください。今までの索引はそのままです。",
               "Check free disk space and permissions. The index in service is untouched."});
}

}  // namespace chiho
