#include "query/commands/id.hpp"

#include <fmt/format.h>

namespace chiho {

const std::string& id_in(const CommandLine& line) {
  if (line.arguments.size() != 1)
    throw Error(ErrorCode::usage,
                {fmt::format("{} には id を一つ指定してください。", line.command),
                 fmt::format("{} takes one id", line.command)},
                {fmt::format("例: chiho-search {} 2018-07/case/cambodia-water", line.command),
                 fmt::format("Example: chiho-search {} 2018-07/case/cambodia-water", line.command)});
  return line.arguments.front();
}

void throw_unknown_id(const std::string& id) {
  throw Error(ErrorCode::usage,
              {fmt::format("この索引にない id です: {}", id), fmt::format("no such id in this index: {}", id)},
              {"id は検索結果の各件の最後の行にあります。", "The last line of each hit shows its id."});
}

}  // namespace chiho
