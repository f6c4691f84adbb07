// chiho-search show
#include <fmt/format.h>

#include "corpus/jsonl.hpp"
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/output.hpp"
#include "query/contacts.hpp"

namespace chiho {

int show_command(const CommandLine& line, Lang lang) {
  if (line.arguments.size() != 1)
    throw Error(ErrorCode::usage, {"show には id を一つ指定してください。", "show takes one id"},
                {"例: chiho-search show 2018-07/case/cambodia-water",
                 "Example: chiho-search show 2018-07/case/cambodia-water"});
  const Output output = output_of(line, lang);
  const Engine engine(line);
  const auto hit = engine.searcher().find(line.arguments.front());
  if (!hit)
    throw Error(ErrorCode::usage,
                {fmt::format("この索引にない id です: {}", line.arguments.front()),
                 fmt::format("no such id in this index: {}", line.arguments.front())},
                {"id は検索結果の各件の最後の行にあります。", "The last line of each hit shows its id."});
  const Edition* edition = engine.index.metadata().edition(hit->record.edition);
  const auto note = edition == nullptr ? std::nullopt : std::optional(note_of(*edition));
  print(output.format == Format::json ? to_jsonl(hit->record) + "\n" : render_record(*hit, note, output.style));
  return 0;
}

}  // namespace chiho
