// Whatever a converter may hand over: records or an error with a hint, soon, and never a crash.
#include <doctest/doctest.h>

#include <random>

#include "import/import.hpp"

using namespace chiho;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

std::string random_bytes(std::size_t count) {
  std::mt19937 random(20180701);
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(random() & 0xFFU);
  return bytes;
}

// True if it was imported, false if it was refused as it should be.
bool imported(const std::string& text) {
  try {
    import_brochure(text, "2018-07", {});
    return true;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::corpus);
    CHECK_FALSE(error.message().empty());
    CHECK_FALSE(error.hint().empty());
    return false;
  }
}

}  // namespace

TEST_CASE("text that is no brochure is refused with a hint") {
  CHECK_FALSE(imported(""));
  CHECK_FALSE(imported("\n\n\n"));
  CHECK_FALSE(imported("ただの文章です。\n二行目です。\n"));
  CHECK_FALSE(imported(random_bytes(100'000)));
  CHECK_FALSE(imported(repeated("長い行", 10'000'000)));
  CHECK_FALSE(imported(repeated("一行\n", 2'000'000)));
}

TEST_CASE("a megabyte of anything is read before the test is timed out") {
  constexpr std::size_t size = 1'000'000;
  std::string numbered;
  for (int i = 0; numbered.size() < size; ++i)
    numbered += "題名" + std::to_string(i) + "\n\n連絡先\n\n第" + std::to_string(i) + "課\n\n";
  const std::vector<std::string> texts{
      numbered,
      "目次\n\n" + repeated("港を知りたい\t1\n", size / 2) + repeated("港を知りたい\n\n", size / 2),
      repeated("連絡先\n", size),
      "題名\n\n連絡先\n" + repeated("港湾課、", size),
      "題名\n\n主な対象\n" + repeated("企業及び", size),
      repeated("スキーム 名前\n\n概要と成果\n\n- 結果。\n\n", size),
      repeated("● 港湾課\t03-1234-5678\n", size),
      repeated("● 課(((<<<<", size),
      repeated("● ex. ex. a@a@a@ http://", size),
      repeated("- ・■", size),
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 60));
    CHECK_NOTHROW(imported(text));
  }
}

TEST_CASE("broken bytes inside a brochure are replaced, and flagged with their line") {
  const std::string text = "題名\n\n紹介\xFFです。\n\n連絡先\n\n港湾課\n\n主な対象\n\n企業\n";
  const Imported found = import_brochure(text, "2018-07", {});
  REQUIRE(found.records.size() == 1);
  CHECK(found.records.front().text == "紹介\uFFFDです。\n");
  REQUIRE_FALSE(found.records.front().review.empty());
  CHECK(found.records.front().review.back().find("行 3") != std::string::npos);
}
