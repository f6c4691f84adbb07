#include "query/commands/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "query/commands/candidates.hpp"
#include "query/commands/manual_sections.hpp"

namespace chiho {

namespace {

const std::array<CommandInfo, 8> commands{{
    {"",
     "[WORDS...]",
     {"検索する。語も絞り込みもなければ、索引の中身と使い方の例を示す。",
      "Search. Without words or filters: what the index holds, and how to ask."},
     {}},
    {"facets",
     "[office|audience|scheme|year|need|type] [WORDS...]",
     {"絞り込みに使える値を、件数とともに示す。", "The values to narrow by, with counts."},
     {"検索語や絞り込みを付けると、それに合う記録だけを数える。",
      "With words or filters, only the records that match them are counted."}},
    {"needs",
     "[PART]",
     {"「〜したい」からの逆引き。頁と件数を付けて示す。",
      "The reverse look-up by what one wants, with pages and counts."},
     {"見出しの一部を付けると、それを含むものだけを、使える制度とともに示す。",
      "With a part of a heading, only those that have it, with their schemes."}},
    {"show",
     "ID",
     {"一件の全体を示す。", "A record whole."},
     {"ID は検索結果の各件の最後の行にある。", "The last line of each hit shows its ID."}},
    {"similar",
     "ID",
     {"その記録に似た記録を示す。", "Records like that one."},
     {"絞り込みや出力の指定は、検索と同じである。", "It takes the filters and formats of a search."}},
    {"contact",
     "OFFICE",
     {"担当課室の連絡先を示す。", "How to reach an office."},
     {"名前、その一部、別名、読み（かな、ローマ字）のどれでもよい。電話番号、内線、メールアドレスからは、どこのものかが"
      "分かる。"
      "番号の記載がない課室には、総合窓口を添える。",
      "By its name, a part of it, an alias, or its reading (kana, romaji); or backwards: whose is this number, "
      "extension "
      "or address? Where the edition gives no number, its general contact is offered."}},
    {"serve",
     "",
     {"同じ答えを、ブラウザで見るページと JSON で出す。", "The same answers, as a web page and as JSON."},
     {"ほかの機械からは見えない。--listen で変えられる。索引を作り直しても、止めずに新しい答えになる。止めるには "
      "Ctrl-C か "
      "SIGTERM。\n  chiho-search serve --listen 127.0.0.1:8080",
      "No other machine can reach it, unless --listen says so. After the index is rebuilt it answers from the new one. "
      "Ctrl-C or SIGTERM ends it.\n  chiho-search serve --listen 127.0.0.1:8080"}},
    {"completion",
     "bash|zsh|fish",
     {"シェルの補完スクリプトを出力する。", "The script that completes these commands in a shell."},
     {"担当課室などの名前や id は、索引から補われる。\n  source <(chiho-search completion bash)",
      "Names and ids are completed from the index.\n  source <(chiho-search completion bash)"}},
}};

const std::array<OptionInfo, 29> options{{
    {"office", 'o', "NAME", true, "search facets similar", {"担当課室・連絡先で絞り込む。", "Of this office."}},
    {"audience",
     'a',
     "NAME",
     true,
     "search facets similar",
     {"主な対象で絞り込む。広い対象は狭い対象を含む（企業は中小企業を含む）。",
      "For this audience. A broader one includes the narrower."}},
    {"scheme", 's', "NAME", true, "search facets similar", {"制度で絞り込む。", "Of this scheme."}},
    {"year",
     'y',
     "YEAR",
     true,
     "search facets similar",
     {"年で絞り込む。2017、2015..2017、平成29年、H29。年度は 平成29年度、FY2017。",
      "Of this year: 2017, 2015..2017, 平成29年, H29; fiscal: 平成29年度, FY2017."}},
    {"need",
     0,
     "PART",
     true,
     "search facets similar",
     {"したいことで絞り込む。見出しの一部でもよい。", "For this need; a part of its wording will do."}},
    {"type",
     't',
     "scheme|case|contact|page",
     true,
     "search facets similar",
     {"種類で絞り込む。順に、制度、事業例、連絡先、文書の頁。",
      "Of this type: scheme, case study, contact, page of a document."}},
    {"page", 0, "N", false, "search facets similar", {"印刷された頁で絞り込む。", "On this printed page."}, 1},
    {"edition",
     0,
     "ID|all",
     false,
     "search facets needs contact similar",
     {"版を選ぶ。all はすべての版。指定がなければ最新の版。", "Of this edition, or of all. The newest unless given."}},
    {"match",
     0,
     "auto|all|any",
     false,
     "search facets",
     {"all はすべての語に、any "
      "はいずれかの語に合うもの。auto（既定）は、すべてに合うものがなければいずれかに合うもの。",
      "all: every word. any: some word. auto (unless given): every word, or some where there is no such record."}},
    {"partial",
     0,
     "",
     false,
     "search facets needs show similar contact serve",
     {"答えないサーバーのシャードがあれば、残りのシャードで答える。",
      "Where the server of a shard does not answer, answer from the other shards."}},
    {"no-synonyms", 0, "", false, "search facets serve", {"同義語では探さない。", "Without synonyms."}},
    {"synonyms",
     0,
     "FILE",
     false,
     "search facets serve",
     {"自分の同義語のファイルも使う。", "Use a synonyms file of your own too."}},
    {"limit", 'n', "N", false, "search similar", {"示す件数。既定は 10。", "How many hits. 10 unless given."}},
    {"offset", 0, "N", false, "search similar", {"先頭から飛ばす件数。", "How many hits to skip."}},
    {"sort",
     0,
     "relevance|page|year",
     false,
     "search similar",
     {"並べ方。順に、よく合う順（既定）、頁の順、新しい年の順。",
      "By relevance (unless given), by page, or the latest year first."}},
    {"json",
     0,
     "",
     false,
     "search facets needs show contact similar",
     {"JSON で出力する。--format json と同じ。", "JSON, the same as --format json."}},
    {"format",
     0,
     "human|json|jsonl|tsv|csv|trec",
     false,
     "search facets needs show contact similar",
     {"出力の形式。既定は human（人が読む形）。", "Output format. For people (human) unless given."}},
    {"fields",
     0,
     "LIST",
     false,
     "search show similar",
     {"出力する欄。コンマで区切る。例: title,page,contacts",
      "Which fields, between commas, such as title,page,contacts."}},
    {"facets", 0, "", false, "search similar", {"絞り込みの値をすべて示す。", "Show every value to narrow by."}},
    {"explain",
     0,
     "",
     false,
     "search similar",
     {"検索語の読み方と、評点の内訳を示す。", "Say how the query was read and what each score is made of."}},
    {"bom",
     0,
     "",
     false,
     "search facets needs show contact similar",
     {"CSV、TSV の先頭に BOM を付ける（Excel で開くとき）。", "A byte order mark before CSV or TSV, for Excel."}},
    {"batch",
     0,
     "FILE",
     false,
     "search",
     {"ファイルの一行ごとに検索する。行は「id<タブ>検索語」。- は標準入力。",
      "A search for every line, id<TAB>words, of a file; - is standard input."}},
    {"listen",
     0,
     "ADDRESS",
     false,
     "serve",
     {"待ち受ける場所。既定は 127.0.0.1:8080。", "Where to listen. 127.0.0.1:8080 unless given."}},
    {"access-log",
     0,
     "FILE",
     false,
     "serve",
     {"アクセスログのファイル。既定は標準エラー出力。", "File of the access log. Standard error unless given."}},
    {"db", 0, "DB", false, "*", {"索引のフォルダ、またはシャードの一覧。", "The index folder, or a list of shards."}},
    {"color",
     0,
     "auto|always|never",
     false,
     "*",
     {"色を付けるか。既定の auto は端末でだけ付ける。", "Colour; auto (unless given): on a terminal."}},
    {"lang",
     0,
     "ja|en",
     false,
     "*",
     {"表示の言語。既定はロケールによる。", "Language of what is said. By the locale unless given."}},
    {"help",
     'h',
     "",
     false,
     "*",
     {"この説明を示す。命令の後に付けると、その命令の説明。", "This help; behind a command, help on that command."}},
    {"version", 0, "", false, "*", {"プログラムの版を示す。", "The version of the program."}},
}};

const std::array<OptionGroup, 5> groups{{
    {"office", {"絞り込み", "Filters"}},
    {"match", {"探し方と並べ方", "How to search and sort"}},
    {"json", {"出力", "Output"}},
    {"listen", {"サーバー", "Server"}},
    {"db", {"索引と表示", "Index and language"}},
}};

const Program program{"chiho-search",
                      {"公的機関の支援制度、事業例、連絡先を探す",
                       "find the support schemes, case studies and contacts of a public body"},
                      commands,
                      options,
                      groups,
                      manual_sections(),
                      candidates};

constexpr std::array<Field, 6> filter_fields{Field::office, Field::audience, Field::scheme,
                                             Field::year,   Field::need,     Field::type};

}  // namespace

const Program& search_program() {
  return program;
}

std::vector<std::string_view> choices(std::string_view option) {
  return choices_of(*std::ranges::find(options, option, &OptionInfo::name));
}

std::size_t chosen(const CommandLine& line, std::string_view option) {
  const auto all = choices(option);
  const auto made = std::ranges::find(all, line.value(option, std::string(all.front())));
  return static_cast<std::size_t>(made - all.begin());
}

Request request_of(const CommandLine& line) {
  Request request;
  request.query = fmt::format("{}", fmt::join(line.arguments, " "));
  for (const Field field : filter_fields)
    for (const auto& typed : line.values(info(field).key)) request.filters[field].push_back(filter_value(typed));
  request.page = line.number("page");
  request.edition = line.value("edition");
  request.match = choice<MatchMode>(line, "match");
  request.sort = choice<SortOrder>(line, "sort");
  request.limit = static_cast<std::uint32_t>(line.number("limit").value_or(10));
  request.offset = static_cast<std::uint32_t>(line.number("offset").value_or(0));
  request.explain = line.has("explain");
  return request;
}

}  // namespace chiho
