#include <doctest/doctest.h>

#include "import/slugs.hpp"

using namespace chiho;
using namespace chiho::brochure;

TEST_CASE("readings as romaji") {
  struct Row {
    std::string reading, romaji;
  };
  const std::vector<Row> table{
      {"カイハツ", "kaihatsu"}, {"キョウリョク", "kyoryoku"}, {"ガッコウ", "gakko"}, {"マッチ", "matchi"},
      {"センター", "senta"},    {"ジシンデン", "jishinden"},  {"ふね", "fune"},      {"・", ""},
      {"フォーラム", "foramu"}, {"ツヅキ", "tsuzuki"},        {"ワヲン", "waon"},    {"ヴ", "vu"}};
  for (const Row& row : table) {
    CAPTURE(row.reading);
    CHECK(romaji_of(row.reading) == row.romaji);
  }
}

TEST_CASE("ids are made of readings, short, and no two alike") {
  const Analyzer analyzer;
  Slugs slugs(analyzer, "scheme");
  CHECK(slugs.of("開発協力課") == "kaihatsu-kyoryoku-ka");
  CHECK(slugs.of("開発協力課") == "kaihatsu-kyoryoku-ka-2");
  CHECK(slugs.of("開発協力課") == "kaihatsu-kyoryoku-ka-3");
  CHECK(slugs.of("JETプログラム") == "jet-puroguramu");
  CHECK(slugs.of("！？") == "scheme");
  const std::string id = slugs.of("開発協力開発協力開発協力開発協力開発協力開発協力開発協力開発協力");
  CHECK(id.size() <= 40);
  CHECK_FALSE(id.ends_with('-'));
}
