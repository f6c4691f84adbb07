// chiho-index info
#include <fmt/format.h>

#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "query/index/generation.hpp"
#include "query/index/index.hpp"

namespace chiho {

int info_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, 1, {"索引のフォルダを一つ", "one index folder"});
  const Index index(line.arguments.front());
  const Metadata& metadata = index.metadata();
  const auto say = [&](const Text& label, const std::string& value) {
    print(fmt::format("{}: {}\n", label.in(lang), value));
  };
  say({"件数", "records"}, std::to_string(metadata.record_count()));
  for (std::size_t i = 0; i < metadata.records.size(); ++i)
    say({fmt::format("  {}", to_string(static_cast<RecordType>(i))),
         fmt::format("  {}", to_string(static_cast<RecordType>(i)))},
        std::to_string(metadata.records[i]));
  for (const Edition& edition : metadata.editions)
    say({"版", "edition"}, fmt::format("{}  {}  {}", edition.id, edition.title, edition.date));
  for (const Source& source : metadata.sources)
    say({"元", "source"}, fmt::format("{}  ({})  {}", source.path, source.records, source.checksum));
  if (const auto generations = read_generations(line.arguments.front()))
    for (const ShardFile& shard : generations->current.shards)
      say({"シャード", "shard"}, fmt::format("{}  ({} MB)", shard.name, (shard.size + 999'999) / 1'000'000));
  say({"解析器", "analyzer"}, metadata.fingerprint);
  say({"作成", "created"}, metadata.created);
  say({"形式", "format"}, std::to_string(metadata.format));
  return 0;
}

}  // namespace chiho
