#include "indexer/progress_line.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using namespace std::chrono_literals;

TEST_CASE("a line tells records, speed and time left") {
  struct Row {
    Progress progress;
    std::chrono::duration<double> since;
    const char* ja;
    const char* en;
  };
  const Row rows[] = {
      {{700, 0, 90'000, 0}, 5s, "700 件を読みました", "700 records read"},              // of how many is not known yet
      {{0, 3000, 0, 6'000'000}, 5s, "0 / 3000 件", "0 / 3000 records"},                 // nothing done: no speed yet
      {{100, 3000, 200'000, 6'000'000}, 500ms, "100 / 3000 件", "100 / 3000 records"},  // too soon to tell
      {{1000, 3000, 2'000'000, 6'000'000},
       4s,
       "1000 / 3000 件  0.5 MB/s  残り 0:08",
       "1000 / 3000 records  0.5 MB/s  0:08 left"},
      {{1, 100, 1'000'000, 91'000'000}, 1s, "1 / 100 件  1.0 MB/s  残り 1:30", "1 / 100 records  1.0 MB/s  1:30 left"},
      {{1, 9, 1'000'000, 3'661'000'000},
       1s,
       "1 / 9 件  1.0 MB/s  残り 1:01:00",
       "1 / 9 records  1.0 MB/s  1:01:00 left"},
      {{9, 9, 6'000'000, 6'000'000}, 2s, "9 / 9 件  3.0 MB/s  残り 0:00", "9 / 9 records  3.0 MB/s  0:00 left"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.en);
    CHECK(progress_line(row.progress, row.since, Lang::ja) == row.ja);
    CHECK(progress_line(row.progress, row.since, Lang::en) == row.en);
  }
}
