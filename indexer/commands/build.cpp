// chiho-index build
#include "indexer/build.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>

#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/progress_line.hpp"
#include "query/index/index.hpp"

namespace chiho {

namespace {

// A line of a terminal's stderr, written anew now and then, and taken away whatever the end.
class ProgressOnTerminal {
 public:
  explicit ProgressOnTerminal(Lang lang) : shown_(::isatty(STDERR_FILENO) == 1), lang_(lang) {}
  ~ProgressOnTerminal() {
    if (last_ != Clock::time_point()) std::fputs("\r\x1b[K", stderr);
  }
  ProgressOnTerminal(const ProgressOnTerminal&) = delete;
  ProgressOnTerminal& operator=(const ProgressOnTerminal&) = delete;

  void show(const Progress& progress) {
    const auto now = Clock::now();
    if (begin_ == Clock::time_point()) begin_ = now;
    if (!shown_ || now - last_ < between_lines) return;
    last_ = now;
    std::fputs(("\r" + progress_line(progress, now - begin_, lang_) + "\x1b[K").c_str(), stderr);
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds between_lines{200};
  bool shown_;
  Lang lang_;
  Clock::time_point begin_;
  Clock::time_point last_;
};

void stop_build(int) {
  interrupt_build();
}

Built build_shown(BuildRequest& request, const Analyzer& analyzer, Lang lang) {
  ProgressOnTerminal terminal(lang);
  request.progress = [&](const Progress& progress) { terminal.show(progress); };
  return build(request, analyzer);
}

std::uint32_t shards_of(const CommandLine& line) {
  const auto shards = line.number("shards").value_or(0);
  if (static_cast<std::uint64_t>(shards) > most_shards)
    throw Error(ErrorCode::usage,
                {fmt::format("シャードは{}個までです。", most_shards), fmt::format("{} shards at most", most_shards)});
  return static_cast<std::uint32_t>(shards);
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
  request.jobs = static_cast<std::size_t>(line.number("jobs").value_or(0));
  request.shards = shards_of(line);
  const Analyzer analyzer;
  const Built built = build_shown(request, analyzer, lang);
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
