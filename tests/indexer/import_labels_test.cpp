#include <doctest/doctest.h>

#include "import/labels.hpp"

using namespace chiho::brochure;

TEST_CASE("labels, however a converter left them") {
  struct Row {
    std::string line;
    Label label;
    std::string value;
  };
  const std::vector<Row> table{
      {"連絡先", Label::office, ""},
      {"主な対象 企業", Label::audience, "企業"},
      {"手 続 き：窓口へ", Label::procedure, "窓口へ"},
      {"事業例p.16", Label::examples, "p.16"},
      {"【連絡先】", Label::office, ""},
      {"スキーム　魚の学校", Label::scheme, "魚の学校"},
      {"実施場所 北の港", Label::detail, "北の港"},
      {"開催地 北の港", Label::detail, "北の港"},
      {"会場 北の港", Label::detail, "北の港"},
      {"後援 北の町", Label::detail, "北の町"},
  };
  for (const Row& row : table) {
    CAPTURE(row.line);
    const auto found = label_of(row.line);
    REQUIRE(found);
    CHECK(found->label == row.label);
    CHECK(found->value == row.value);
  }
  for (const std::string line :
       {"連絡先一覧", "場所を貸します。", "手続きの案内", "事業例集", "会場を貸します。", "後援会"}) {
    CAPTURE(line);
    CHECK_FALSE(label_of(line));
  }
}

TEST_CASE("beside a known label, other bullets are labels too") {
  const Lines lines = read_lines("- 開催日 平成30年\n- 訪問者 大使\n\n- 基礎調査: 調べる\n");
  const Items items = items_of(lines, 0, lines.size());
  REQUIRE(items.size() == 3);
  CHECK(items[1].is(Label::detail));
  CHECK(items[1].name == "訪問者");
  CHECK_FALSE(items[2].label);
}
