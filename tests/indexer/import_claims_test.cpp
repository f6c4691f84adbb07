// No line of a source is lost in silence: a record has it, a table of the edition, or a reason why it is ignored.
#include <doctest/doctest.h>

#include <algorithm>

#include "import/claims.hpp"
#include "import/import.hpp"
#include "import/report.hpp"
#include "invented_brochure.hpp"
#include "real_brochure.hpp"
#include "told_lines.hpp"

using namespace chiho;

namespace {

const std::string card = "港の見学会\n\n港を歩く会です。\n\n連絡先\n\n港湾課\n\n主な対象\n\n企業\n";

LineUse use_of(const Imported& imported, std::string_view text) {
  const auto& lines = imported.claims.lines();
  const auto line = std::find_if(lines.begin(), lines.end(), [&](const SourceLine& l) { return l.text == text; });
  REQUIRE_MESSAGE(line != lines.end(), "no line " << text);
  return line->use;
}

void check_every_line_is_told(const Imported& imported) {
  for (const SourceLine& line : imported.claims.lines())
    if (line.use == LineUse::unclaimed) MESSAGE("unclaimed: " << line.number << " " << line.text);
  CHECK(imported.claims.unclaimed().empty());
  for (const std::string& line : import_test::untold_lines(imported)) MESSAGE("untold: " << line);
  CHECK(import_test::untold_lines(imported).empty());
}

void check_no_claim_is_idle(const Imported& imported) {
  for (const SourceLine& line : imported.claims.lines()) {
    Imported one_less = imported;
    one_less.claims.release(line.number);
    CHECK(one_less.claims.unclaimed() == LineNumbers{line.number});
    const std::string told = std::to_string(line.number) + "\t" + line.text + "\n";
    CHECK(import_report(one_less, Lang::en).find("(to review): 1\n" + told) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("a ledger begins with every line that is not blank, claimed by nobody") {
  const Claims claims("一\n\n 　\n二\n----\n三");
  CHECK(claims.unclaimed() == LineNumbers{1, 4, 5, 6});
}

TEST_CASE("the first claim of a line stands") {
  Claims claims("一\n二\n三\n");
  claims.claim({1, 2, 99}, LineUse::record, "schemes/a.toml");
  claims.claim({2}, LineUse::heading);
  claims.ignore({2, 3}, {"罫線", "rule"});
  CHECK(claims.of(LineUse::record) == LineNumbers{1, 2});
  CHECK(claims.of(LineUse::ignored) == LineNumbers{3});
  CHECK(claims.lines()[1].by == "schemes/a.toml");
  CHECK(claims.lines()[2].reason.en == "rule");
  claims.release(1);
  CHECK(claims.unclaimed() == LineNumbers{1});
}

TEST_CASE("lines with only blank ones between are one run") {
  const Claims claims("一\n\n二\n三\n四\n");
  using Runs = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(runs_of({1, 3, 5}, claims) == Runs{{1, 3}, {5, 5}});
}

TEST_CASE("every line of the invented brochure is told") {
  const Imported imported = import_brochure(import_test::invented_brochure, "2021-04", {});
  check_every_line_is_told(imported);
  CHECK(use_of(imported, "令和３年４月") == LineUse::title);
  CHECK(use_of(imported, "船を直したい	3") == LineUse::contents);
  CHECK(use_of(imported, "海の祭り	8") == LineUse::contents);
  CHECK(use_of(imported, "----------	---") == LineUse::ignored);
  CHECK(use_of(imported, "知りたい") == LineUse::ignored);  // of the heading printed again on p.2
  CHECK(use_of(imported, "(写真提供：北の港)") == LineUse::ignored);
  CHECK(use_of(imported, "困ったときは") == LineUse::ignored);
  CHECK(use_of(imported, "網や綱を共に買う漁業者を助けます。") == LineUse::record);
  CHECK(
      use_of(
          imported,
          "● 資材室・観光振興課	03-1234-0000	● <MIHON> 水産部 食文化課	0120-123-456 shoku@example.jp") ==
      LineUse::directory);
}

TEST_CASE("every line of the brochure of 2018-07 is told") {
  const auto text = import_test::real_brochure();
  if (!text) return;
  check_every_line_is_told(import_brochure(*text, "2018-07", import_test::real_corrections()));
}

TEST_CASE("the claim of no line can be taken away unnoticed") {
  check_no_claim_is_idle(import_brochure(import_test::invented_brochure, "2021-04", {}));
}

TEST_CASE("a line that fits nowhere is to be reviewed by who looks at the record before it") {
  const Imported imported = import_brochure(card + "\n事業例 次の頁\n", "2021-04", {});
  CHECK(imported.claims.unclaimed() == LineNumbers{13});
  REQUIRE(imported.records.size() == 1);
  REQUIRE_FALSE(imported.records[0].review.empty());
  CHECK(imported.records[0].review.back().find("行 13 ") != std::string::npos);
}

TEST_CASE("what stands before the first record is the first record's to review") {
  const Imported imported =
      import_brochure("見本の冊子\n\n港の支援をしたい\n\nはじめに\n\n海の支援をしたい\n\n" + card, "2021-04", {});
  CHECK(imported.claims.unclaimed() == LineNumbers{5});
  REQUIRE_FALSE(imported.records.empty());
  CHECK(imported.records[0].review.back().find("行 5 ") != std::string::npos);
}

TEST_CASE("an entry of the directory without a phone or address is no heading") {
  const Imported imported =
      import_brochure(card + "\n【連絡先】\n\n● 港湾課\t03-1234-5678\n● 灯台管理室\n", "2021-04", {});
  CHECK(use_of(imported, "【連絡先】") == LineUse::ignored);
  CHECK(use_of(imported, "● 港湾課\t03-1234-5678") == LineUse::directory);
  CHECK(use_of(imported, "● 灯台管理室") == LineUse::unclaimed);
}

TEST_CASE("a contents row of a case that the body lacks is not claimed") {
  std::string text(import_test::invented_brochure);
  const std::size_t row = text.find("魚の学校\t9");
  text.replace(row, std::string_view("魚の学校").size(), "山の市場");
  CHECK(use_of(import_brochure(text, "2021-04", {}), "山の市場\t9") == LineUse::unclaimed);
}

TEST_CASE("what is said beside an office or audience is kept") {
  const Imported imported = import_brochure(
      "港の見学会\n\n港を歩く会です。\n\n連絡先\n\n港湾課（団体の申込み）\n\n主な対象\n\n企業（漁業）\n", "2021-04",
      {});
  CHECK(imported.records.at(0).office == std::vector<std::string>{"港湾課"});
  CHECK(imported.records.at(0).details ==
        std::vector<std::string>{"連絡先 港湾課（団体の申込み）", "主な対象 企業（漁業）"});
}

TEST_CASE("the report tells where corrections applied, and which no longer do") {
  const Imported imported = import_brochure(card, "2021-04", {{"歩く会", "巡る会", "言い方"}, {"魚", "肴", "似た字"}});
  const std::string report = import_report(imported, Lang::en);
  CHECK(report.find("3\t歩く会 → 巡る会\t言い方\n") != std::string::npos);
  CHECK(report.find("applies nowhere\t魚 → 肴\t似た字\n") != std::string::npos);
  CHECK(report.find("schemes/" + imported.records.at(0).name + ".toml\t1-11\n") != std::string::npos);
}
