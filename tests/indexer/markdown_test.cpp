#include "indexer/documents/markdown.hpp"

#include <doctest/doctest.h>

using chiho::read_markdown;

TEST_CASE("the first heading is the title, and text too") {
  const auto read = read_markdown("前書き\n\n## 港の*手引き*\n\n本文\n\n# 次\n");
  CHECK(read.title == "港の手引き");
  CHECK(read.text == "前書き\n港の手引き\n本文\n次\n");
  CHECK(read_markdown("本文\n").title.empty());
}

TEST_CASE("marks are no text, and cut no word in two") {
  CHECK(read_markdown("無償**資金**協力と`コード`と&amp;\n").text == "無償資金協力とコードと&\n");
  CHECK(read_markdown("船を直す費用を\n貸します\n").text == "船を直す費用を貸します\n");
  CHECK(read_markdown("grant\naid\n").text == "grant aid\n");
}

TEST_CASE("lists and tables are a line an entry") {
  CHECK(read_markdown("- 港\n- 船\n").text == "港\n船\n");
  CHECK(read_markdown("| 窓口 | 電話 |\n|---|---|\n| 港湾課 | 03-1234-5678 |\n").text ==
        "窓口\t電話\n港湾課\t03-1234-5678\n");
}

TEST_CASE("addresses of links are kept") {
  CHECK(read_markdown("[港](https://example.jp/)と<https://example.jp/a>と[下](#b)\n").text ==
        "港 <https://example.jp/>とhttps://example.jp/aと下\n");
}

TEST_CASE("front matter is no text, its title is the title") {
  const auto read = read_markdown("---\ndate: 2018-07\ntitle: \"港の案内\"\n---\n# 見出し\n本文\n");
  CHECK(read.title == "港の案内");
  CHECK(read.text == "見出し\n本文\n");
  CHECK(read_markdown("---\n\n本文\n").text == "本文\n");
}

TEST_CASE("odd source is read as something") {
  for (const std::string& source : {std::string(), std::string("&#0;&#x110000;&#;&;"), std::string("\0a", 2),
                                    std::string(100'000, '['), std::string(100'000, '>'), std::string(100'000, '*')}) {
    CHECK_NOTHROW(read_markdown(source));
  }
}
