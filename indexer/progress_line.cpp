#include "indexer/progress_line.hpp"

#include <fmt/format.h>

namespace chiho {

std::string progress_line(const Progress& progress, std::chrono::duration<double> since, Lang lang) {
  if (progress.records_in_all == 0)
    return Text{fmt::format("{} 件を読みました", progress.records), fmt::format("{} records read", progress.records)}
        .in(lang);
  std::string line = Text{fmt::format("{} / {} 件", progress.records, progress.records_in_all),
                          fmt::format("{} / {} records", progress.records, progress.records_in_all)}
                         .in(lang);
  if (since.count() < 1 || progress.bytes == 0) return line;
  const double speed = static_cast<double>(progress.bytes) / since.count();
  const auto left = static_cast<long>(static_cast<double>(progress.bytes_in_all - progress.bytes) / speed + 0.5);
  const std::string time = left < 3600 ? fmt::format("{}:{:02}", left / 60, left % 60)
                                       : fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60);
  return line + Text{fmt::format("  {:.1f} MB/s  残り {}", speed / 1e6, time),
                     fmt::format("  {:.1f} MB/s  {} left", speed / 1e6, time)}
                    .in(lang);
}

}  // namespace chiho
