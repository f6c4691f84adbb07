#include "dict/told_readings.hpp"

#include <doctest/doctest.h>

using chiho::readings_paragraph;
using chiho::told_readings;
using chiho::ToldReading;
using Readings = std::vector<ToldReading>;

TEST_CASE("readings are told in a paragraph, each once, and read back from it") {
  const Readings readings{{"蘆屋", "あしや"}, {"便宜", "べんぎ"}, {"蘆屋", "あしや"}};
  CHECK(readings_paragraph(readings) == "読み：蘆屋（あしや）、便宜（べんぎ）\n");
  CHECK(told_readings("蘆屋の話。\n" + readings_paragraph(readings) + "終わり\n") ==
        Readings{{"蘆屋", "あしや"}, {"便宜", "べんぎ"}});
  CHECK(readings_paragraph({}).empty());
}

TEST_CASE("what would break the paragraph is not told") {
  CHECK(readings_paragraph({{"港（北）", "みなと"}, {"港", ""}, {"船", "ふ\nね"}}).empty());
}

TEST_CASE("brackets elsewhere tell no reading") {
  CHECK(told_readings("便宜（べんぎ）を図る。\n").empty());
  CHECK(told_readings("この読み：便宜（べんぎ）\n").empty());
  CHECK(told_readings("読み：便宜（べん\n読み：、（）（（）\n").empty());
}
