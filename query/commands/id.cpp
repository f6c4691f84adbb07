#include "query/commands/id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "corpus/nearest.hpp"
#include "query/index/terms.hpp"
#include "query/index/xapian_errors.hpp"

namespace chiho {

namespace {

// How many ids are read of a large index.
constexpr std::size_t most_ids = 10000;
constexpr std::size_t most_offered = 3;

std::string last_part(const std::string& id) {
  return id.substr(id.rfind('/') + 1);
}

// Those whose last part is alike: what stands before it, many ids share.
std::vector<std::string> nearest_ids(const std::string& id, const std::vector<std::string>& known) {
  std::vector<std::string> parts;
  for (const auto& other : known) parts.push_back(last_part(other));
  std::vector<std::string> near;
  for (const auto& part : nearest(last_part(id), parts))
    std::ranges::copy_if(known, std::back_inserter(near),
                         [&](const std::string& other) { return last_part(other) == part; });
  near.resize(std::min(near.size(), most_offered));
  return near;
}

}  // namespace

const std::string& id_in(const CommandLine& line) {
  if (line.arguments.size() != 1)
    throw Error(ErrorCode::usage,
                {fmt::format("{} には id を一つ指定してください。", line.command),
                 fmt::format("{} takes one id", line.command)},
                {fmt::format("例: chiho-search {} 2018-07/case/cambodia-water", line.command),
                 fmt::format("Example: chiho-search {} 2018-07/case/cambodia-water", line.command)});
  return line.arguments.front();
}

std::vector<std::string> known_ids(const Index& index) {
  return with_xapian(index.where(), [&] {
    std::vector<std::string> ids;
    const std::string prefix = filter_term(Field::id, "");
    const auto& database = index.database();
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      if (ids.size() == most_ids) break;
      ids.push_back((*term).substr(prefix.size()));
    }
    return ids;
  });
}

void throw_unknown_id(const std::string& id, const Index& index) {
  Text hint{"id は検索結果の各件の最後の行にあります。", "The last line of each hit shows its id."};
  if (const auto near = nearest_ids(id, known_ids(index)); !near.empty())
    hint = {fmt::format("もしかして: {}", fmt::join(near, "、")),
            fmt::format("Did you mean: {}", fmt::join(near, ", "))};
  throw Error(ErrorCode::usage,
              {fmt::format("この索引にない id です: {}", id), fmt::format("no such id in this index: {}", id)},
              std::move(hint));
}

}  // namespace chiho
