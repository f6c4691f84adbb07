#include "query/commands/manual_sections.hpp"

#include <array>

namespace chiho {

namespace {

const std::array<Section, 6> sections{{
    {{"検索語", "Words"},
     {"語は空白で区切る。全角の空白でもよい。漢字、かな、カナ、ローマ字の読み、全角・半角、新旧の字体の違いは問わない。"
      "「〜したい」のような文は、意味を持つ語に分けて探す。\n"
      "  chiho-search 無償資金協力 水道             すべての語、続いて一部の語\n"
      "  chiho-search 外国の都市と交流したい        文\n"
      "  chiho-search '\"現職参加\"' -ガーナ          語句をそのまま、-除く語\n"
      "  chiho-search 香港 OR シンガポール          いずれか\n"
      "  chiho-search title:セミナー office:人事課  題名だけ、担当課室で絞り込み\n"
      "office: のほか audience: scheme: year: need: も使える。-- の後は、すべて検索語である。\n"
      "絞り込みの指定は、繰り返すと「または」、種類の違うものは「かつ」になる。値の頭に ! を付けると除く。",
      "Words stand between spaces, full-width ones too. Kanji, kana and romaji readings, width, and old or new letters "
      "make "
      "no difference. A sentence is cut to its words of meaning.\n"
      "  chiho-search 無償資金協力 水道             every word, then some\n"
      "  chiho-search 外国の都市と交流したい        a sentence\n"
      "  chiho-search '\"現職参加\"' -ガーナ          a phrase, a word to exclude\n"
      "  chiho-search 香港 OR シンガポール          either\n"
      "  chiho-search title:セミナー office:人事課  in titles, of an office\n"
      "audience: scheme: year: need: are fields too. Behind -- everything is a word.\n"
      "A filter that is repeated means or, filters of different kinds and; ! before a value means not."}},
    {{"例", "Examples"},
     {"  chiho-search 海外 展示 --audience 企業\n"
      "  chiho-search --year 平成29年度 --type case\n"
      "  chiho-search facets audience\n"
      "  chiho-search contact 03-5501-8373\n"
      "  chiho-search 水道 --format csv --bom > 水道.csv",
      "  chiho-search 海外 展示 --audience 企業\n"
      "  chiho-search --year 平成29年度 --type case\n"
      "  chiho-search facets audience\n"
      "  chiho-search contact 03-5501-8373\n"
      "  chiho-search 水道 --format csv --bom > 水道.csv"}},
    {{"終了コード", "Exit status"},
     {"0 見つかった。1 見つからない。2 検索語や指定が読めない。3 索引がない、壊れている、または別の解析器のもの。4 "
      "記録の誤り。"
      "5 入出力または内部の誤り。130 中断された。",
      "0 found. 1 nothing found. 2 a query or command line that cannot be understood. 3 no index, or a damaged one, or "
      "another analyzer's. 4 faulty records. 5 input, output or internal. 130 interrupted."}},
    {{"環境変数", "Environment"},
     {"CHIHO_DB: 索引のフォルダ。\n"
      "XDG_DATA_HOME: 索引は、--db、CHIHO_DB、設定ファイルのどれにも指定がなければ、その下の chiho-search/index"
      "（変数がなければ ~/.local/share の下）。\n"
      "PAGER: 端末で一画面に収まらないときに使うページャ。既定は less。空か cat なら使わない。\n"
      "NO_COLOR: 空でなければ色を付けない。\n"
      "LC_ALL、LC_MESSAGES、LANG: 表示の言語。",
      "CHIHO_DB: the index folder.\n"
      "XDG_DATA_HOME: where neither --db, CHIHO_DB nor the settings name an index, it is chiho-search/index below this "
      "(below ~/.local/share if it is not set).\n"
      "PAGER: what shows, on a terminal, more than fits on it. less unless set; none if empty or cat.\n"
      "NO_COLOR: no colour, unless empty.\n"
      "LC_ALL, LC_MESSAGES, LANG: the language."}},
    {{"設定ファイル", "Settings"},
     {"$XDG_CONFIG_HOME/chiho-search/config.toml（変数がなければ ~/.config の下）に、オプションの既定値を書いておける。"
      "書けるのは db、lang、color、limit。\n"
      "  db = \"~/索引\"\n"
      "  lang = \"ja\"\n"
      "  color = \"always\"\n"
      "  limit = 20",
      "$XDG_CONFIG_HOME/chiho-search/config.toml (below ~/.config if that is not set) may hold what options are unless "
      "given: db, lang, color, limit.\n"
      "  db = \"~/index\"\n"
      "  lang = \"en\"\n"
      "  color = \"always\"\n"
      "  limit = 20"}},
    {{"関連項目", "See also"},
     {"chiho-index(1)。索引は chiho-index build で作る。", "chiho-index(1). chiho-index build makes the index."}},
}};

}  // namespace

std::span<const Section> manual_sections() {
  return sections;
}

}  // namespace chiho
