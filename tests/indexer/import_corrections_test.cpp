#include <doctest/doctest.h>

#include "import/import.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;

namespace {

constexpr std::string_view card = "港の見学会\n\n港を歩く余です。\n\n連絡先\n\n港湾課\n\n主な対象\n\n企業\n";

}  // namespace

TEST_CASE("corrections are read from TOML") {
  const TemporaryFolder folder;
  folder.write("good.toml", "[[correction]]\nold = \"歩く余\"\nnew = \"歩く会\"\nreason = \"余と会\"\n");
  const auto corrections = read_corrections((folder.path() / "good.toml").string());
  REQUIRE(corrections.size() == 1);
  CHECK(corrections[0].wrong == "歩く余");
  CHECK(corrections[0].right == "歩く会");
  CHECK(corrections[0].reason == "余と会");
}

TEST_CASE("a fault in a corrections file is told with its place") {
  const TemporaryFolder folder;
  folder.write("bad.toml", "[[correction]]\nold = \"余\"\nnew = \"会\"\nreason = \"似た字\"\nolt = \"誤\"\n");
  try {
    read_corrections((folder.path() / "bad.toml").string());
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::corpus);
    CHECK(error.message().en.find("bad.toml:5:") != std::string::npos);
  }
}

TEST_CASE("a correction is applied, and one that does not apply is reported") {
  const Imported found = import_brochure(card, "2021-04", {{"歩く余", "歩く会", ""}, {"魚", "肴", ""}});
  CHECK(found.records.at(0).text == "港を歩く会です。\n");
  const auto told = [&](std::string_view word) {
    for (const Text& note : found.notes)
      if (note.ja.find(word) != std::string::npos) return true;
    return false;
  };
  CHECK(told("肴"));
  CHECK_FALSE(told("歩く会"));
}

TEST_CASE("what is to be corrected may be cut by the end of a line, not by a blank one") {
  const auto text_with = [](std::string_view wrong) {
    const std::string text = "港の見学会\n\n港を" + std::string(wrong) + "です。\n\n連絡先\n\n港湾課\n";
    return import_brochure(text, "2021-04", {{"歩く余", "歩く会", ""}}).records.at(0).text;
  };
  CHECK(text_with("歩く\n余") == "港を歩く会です。\n");
  CHECK(text_with("歩く\n\n余").find("余") != std::string::npos);
}
