#include "corpus/labelled_paragraphs.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using Names = std::vector<std::string>;

TEST_CASE("what is said in labelled paragraphs is read back") {
  std::string text;
  add_paragraph(text, "迷ったらこちらへ\n\n");
  add_aliases(text, {"総合窓口", "地方の窓口"});
  add_need_group(text, "海外展開支援");
  add_general_contact(text, "見本の冊子");
  CHECK(text == "迷ったらこちらへ\n別名: 総合窓口、地方の窓口\n逆引き: 海外展開支援\n総合窓口: 見本の冊子\n");
  CHECK(aliases_in(text) == Names{"総合窓口", "地方の窓口"});
  CHECK(general_contact_in(text) == "見本の冊子");
}

TEST_CASE("what is empty says nothing, and nothing is read from it") {
  std::string text;
  add_aliases(text, {});
  add_general_contact(text, "");
  CHECK(text.empty());
  CHECK(aliases_in(text).empty());
  CHECK_FALSE(general_contact_in(text));
  CHECK(aliases_in("別名: 、、").empty());
  CHECK(aliases_in("番号の別名: 甲\n総合窓口です\n").empty());
  CHECK_FALSE(general_contact_in("番号の総合窓口: 甲\n総合窓口です\n"));
}

TEST_CASE("the last paragraph of a label counts: the prose before it may hold anything") {
  CHECK(aliases_in("別名: 甲\n本文\n別名: 乙") == Names{"乙"});
}
