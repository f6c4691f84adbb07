#include "query/xapian_errors.hpp"

#include <fmt/format.h>

#include <string_view>

namespace chiho {

void rethrow_xapian(const Xapian::Error& error, const std::string& where) {
  const std::string_view type = error.get_type();
  const Text rebuild{"chiho-index build で作り直してください。", "Rebuild it with chiho-index build."};
  if (type == "DatabaseNotFoundError")
    throw Error(ErrorCode::index, {fmt::format("索引がありません: {}", where), fmt::format("no index at {}", where)},
                rebuild);
  if (type == "NetworkError" || type == "NetworkTimeoutError")
    throw Error(ErrorCode::io,
                {fmt::format("索引のサーバーに繋がりません: {}", where),
                 fmt::format("a server of the index cannot be reached: {}", where)},
                {"サーバーが動いているか確かめてください。", "Check that the server is running."});
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
