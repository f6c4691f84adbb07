// A small edition without a fault, for tests to break.
#pragma once

#include <map>
#include <string>

namespace chiho::corpus_test {

using Files = std::map<std::string, std::string>;

// A small edition without a fault.
inline Files sound_edition() {
  return {
      {"edition.toml",
       "id = \"2020-01\"\n"
       "series = \"見本\"\n"
       "date = \"2020-01\"\n"
       "title = \"見本の冊子\"\n"
       "pages = [1, 21]\n"
       "contact = \"総合窓口\"\n"},
      {"offices.toml",
       "[[office]]\n"
       "id = \"window\"\n"
       "name = \"地方窓口\"\n"
       "aliases = [\"総合窓口\", \"地方の窓口\"]\n"
       "page = 21\n"
       "phone = \"03-5501-8491\"\n"
       "extension = [\"12\", \"34\"]\n"
       "email = \"window@example.jp\"\n"
       "url = \"https://example.jp/\"\n"
       "note = \"迷ったらこちらへ\"\n"
       "\n"
       "[[office]]\n"
       "id = \"water\"\n"
       "name = \"水道協力課\"\n"},
      {"audiences.toml",
       "[[audience]]\n"
       "name = \"企業\"\n"
       "[[audience]]\n"
       "name = \"中小企業\"\n"
       "aliases = [\"中小の企業\"]\n"
       "broader = [\"企業\"]\n"
       "[[audience]]\n"
       "name = \"自治体\"\n"},
      {"needs.toml",
       "[[need]]\n"
       "name = \"海外で水道を作りたい\"\n"
       "aliases = [\"水道を作りたい\"]\n"
       "group = \"海外展開支援\"\n"
       "pages = [7]\n"
       "[[need]]\n"
       "name = \"海外と交流したい\"\n"
       "group = \"交流\"\n"},
      {"schemes/water.toml",
       "title = \"水道の協力\"\n"
       "aliases = [\"水の協力\"]\n"
       "page = 7\n"
       "pdf_page = 9\n"
       "office = [\"水道協力課\", \"総合窓口\"]\n"
       "audience = [\"自治体\", \"中小の企業\"]\n"
       "need = [\"水道を作りたい\"]\n"
       "procedure = \"\"\"\n申し込みます。\n随時です。\n\"\"\"\n"
       "text = \"水道を作ります。\"\n"
       "details = [\"開始 平成20年度\"]\n"
       "captions = [\"浄水場\"]\n"
       "url = \"https://example.jp/water\"\n"},
      {"schemes/exchange.toml",
       "title = \"交流\"\n"
       "page = 3\n"
       "audience = [\"自治体\", \"企業\"]\n"
       "need = [\"海外と交流したい\"]\n"},
      {"cases/river.toml",
       "title = \"川の水道\"\n"
       "page = 17\n"
       "scheme = [\"水の協力\", \"交流\"]\n"
       "office = [\"水道協力課\"]\n"
       "year = [2017, 2016]\n"
       "fiscal_year = [2016]\n"
       "review = [\"年を確かめること\"]\n"},
  };
}

}  // namespace chiho::corpus_test
