// chiho-index build
#include "indexer/build.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <functional>

#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "query/index.hpp"

namespace chiho {

namespace {

std::function<void(std::size_t, std::size_t)> progress_on_terminal() {
  if (::isatty(STDERR_FILENO) != 1) return [](std::size_t, std::size_t) {};
  return [](std::size_t done, std::size_t total) {
    if (done == total)
      std::fputs("\r\x1b[K", stderr);
    else if (done % 100 == 0)
      std::fputs(fmt::format("\r{} / {}", done, total).c_str(), stderr);
  };
}

void stop_build(int) {
  interrupt_build();
}

}  // namespace

int build_command(const CommandLine& line, Lang lang) {
  need_arguments(
      line, 1, SIZE_MAX,
      {"索引の元（版や文書のフォルダ、.jsonl）", "sources (edition folders, folders of documents, .jsonl files)"});
  std::signal(SIGINT, stop_build);
  std::signal(SIGTERM, stop_build);
  BuildRequest request;
  request.sources.assign(line.arguments.begin(), line.arguments.end());
  request.db = index_path(line.value("db"));
  request.force = line.has("force");
  if (line.has("wait")) request.waits = [&] { say_waiting(request.db, lang); };
  request.progress = progress_on_terminal();
  const Analyzer analyzer;
  const Built built = build(request, analyzer);
  for (const Fault& fault : built.faults) print_error(fault.str(lang));
  if (!built.faults.empty())
    throw Error(ErrorCode::corpus,
                {fmt::format("誤りが{}件あるので索引を作りませんでした。", built.faults.size()),
                 fmt::format("{} faults; nothing was built", built.faults.size())},
                {"今までの索引はそのままです。直してもう一度どうぞ。",
                 "The index in service is untouched. Mend them and build again."});
  const Text summary =
      built.changed
          ? Text{fmt::format("{}: {}件の索引を作りました。\n", request.db.string(), built.metadata.record_count()),
                 fmt::format("{}: built, {} records\n", request.db.string(), built.metadata.record_count())}
          : Text{fmt::format("{}: 変わりはありません。\n", request.db.string()),
                 fmt::format("{}: nothing changed\n", request.db.string())};
  print(summary.in(lang));
  return 0;
}

}  // namespace chiho
