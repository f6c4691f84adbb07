// chiho-index diff
#include <fmt/format.h>

#include "corpus/edition_folder.hpp"
#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/diff/render.hpp"

namespace chiho {

namespace {

using Render = std::string (*)(const Diff& diff, Lang lang);

Render render_of(const std::string& format) {
  if (format == "human") return render_diff_text;
  if (format == "md") return render_diff_markdown;
  if (format == "json") return [](const Diff& diff, Lang) { return render_diff_json(diff); };
  throw Error(
      ErrorCode::usage,
      {fmt::format("--format: 「{}」は使えません。", format), fmt::format("--format: cannot be \"{}\"", format)},
      {"human、json、md のどれかです。", "human, json or md."});
}

EditionFolder read_sound(const std::string& dir, Lang lang) {
  EditionFolder folder = read_edition_folder(dir);
  if (folder.faults.empty()) return folder;
  for (const Fault& fault : folder.faults) print_error(fault.str(lang));
  throw Error(ErrorCode::corpus,
              {fmt::format("誤りが{}件あるので比べられません: {}", folder.faults.size(), dir),
               fmt::format("{} faults; cannot compare {}", folder.faults.size(), dir)},
              {"直してもう一度どうぞ。", "Mend them and compare again."});
}

}  // namespace

int diff_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 2, 2, {"古い版と新しい版のフォルダ", "the old and the new edition folder"});
  const Render render = render_of(line.value("format", "human"));
  const EditionFolder before = read_sound(line.arguments[0], lang);
  const EditionFolder after = read_sound(line.arguments[1], lang);
  const Analyzer analyzer;
  const Diff diff = compare_editions(before, after, analyzer);
  print(render(diff, lang));
  if (!diff.empty()) return 1;
  if (line.value("format", "human") == "human") print_error(Text{"変わりはありません。", "nothing changed"}.in(lang));
  return 0;
}

}  // namespace chiho
