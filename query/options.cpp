#include "query/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace chiho {

namespace {

const std::array<CommandInfo, 6> commands{{
    {"",
     "[検索語...]",
     {"検索する。語の間は空白、\"語句\"、-除く語、office: などの欄、OR",
      "Search: words, \"phrases\", -word, office:…, OR"}},
    {"facets",
     "[office|audience|scheme|year|need|type] [検索語...]",
     {"絞り込みに使える値と件数", "The values to narrow by, with counts"}},
    {"needs", "[語]", {"「〜したい」からの逆引き", "The reverse look-up: what one wants, with pages"}},
    {"show", "ID", {"一件の全体", "A record whole"}},
    {"similar", "ID", {"その記録に似た記録", "Records like that one"}},
    {"contact", "OFFICE", {"担当課室の連絡先", "How to reach an office"}},
}};

const std::array<OptionInfo, 26> options{{
    {"office",
     'o',
     "名前",
     true,
     "search facets similar",
     {"担当課室・連絡先（名前、別名、id。!で除く）", "Office (name, alias or id; ! excludes)"}},
    {"audience",
     'a',
     "名前",
     true,
     "search facets similar",
     {"主な対象（広い語は狭い語を含む）", "Audience (a broader one includes the narrower)"}},
    {"scheme", 's', "名前", true, "search facets similar", {"制度", "Scheme"}},
    {"year",
     'y',
     "年",
     true,
     "search facets similar",
     {"年: 2017、2015..2017、平成29年、H29。年度: 平成29年度、FY2017",
      "Year: 2017, 2015..2017, 平成29年, H29; fiscal: 平成29年度, FY2017"}},
    {"need",
     0,
     "語",
     true,
     "search facets similar",
     {"したいこと（一部でもよい）", "Need (a part of its wording will do)"}},
    {"type",
     't',
     "scheme|case|contact|page",
     true,
     "search facets similar",
     {"種類: 制度、事業例、連絡先、文書の頁", "Type: scheme, case study, contact, page of a document"}},
    {"page", 0, "N", false, "search facets similar", {"印刷された頁", "Printed page"}, 1},
    {"edition",
     0,
     "ID|all",
     false,
     "search facets needs contact similar",
     {"版（既定は最新の版）", "Edition (the newest unless given)"}},
    {"match",
     0,
     "auto|all|any",
     false,
     "search facets",
     {"すべての語か、いずれかの語か（既定 auto）", "Every word, or some (auto unless given)"}},
    {"limit", 'n', "N", false, "search similar", {"件数（既定 10）", "How many hits (10 unless given)"}},
    {"offset", 0, "N", false, "search similar", {"飛ばす件数", "How many hits to skip"}},
    {"sort", 0, "relevance|page|year", false, "search similar", {"並べ方", "Order"}},
    {"no-synonyms", 0, "", false, "search facets", {"同義語を使わない", "Without synonyms"}},
    {"synonyms",
     0,
     "FILE",
     false,
     "search facets",
     {"自分の同義語のファイルも使う", "Use a synonyms file of your own too"}},
    {"json",
     0,
     "",
     false,
     "search facets needs show contact similar",
     {"JSON（--format json と同じ）", "JSON (the same as --format json)"}},
    {"format",
     0,
     "human|json|jsonl|tsv|csv|trec",
     false,
     "search facets needs show contact similar",
     {"出力の形", "Output format"}},
    {"bom",
     0,
     "",
     false,
     "search facets needs show contact similar",
     {"CSV の頭に BOM を付ける（Excel 用）", "A byte order mark before CSV, for Excel"}},
    {"fields",
     0,
     "LIST",
     false,
     "search show similar",
     {"表の列（コンマ区切り）", "Columns of a table, between commas"}},
    {"facets", 0, "", false, "search similar", {"絞り込みの値をすべて示す", "Show every facet value"}},
    {"explain",
     0,
     "",
     false,
     "search similar",
     {"検索語の読み方と、評点の内訳を示す", "Say how the query was read and what each score is made of"}},
    {"color", 0, "auto|always|never", false, "*", {"色", "Colour"}},
    {"lang", 0, "ja|en", false, "*", {"言語", "Language"}},
    {"db",
     0,
     "DB",
     false,
     "*",
     {"索引のフォルダ（なければ $CHIHO_DB、$XDG_DATA_HOME/chiho-search/index）",
      "Index folder (else $CHIHO_DB, $XDG_DATA_HOME/chiho-search/index)"}},
    {"batch",
     0,
     "FILE",
     false,
     "search",
     {"一行に一つの検索（id<TAB>検索語）を続けて行う", "One query a line: id<TAB>query"}},
    {"help", 'h', "", false, "*", {"この説明", "This help"}},
    {"version", 0, "", false, "*", {"版番号", "Version"}},
}};

const Program program{
    "chiho-search",
    {"公的機関の支援制度と事業例を探す。", "Finds the support schemes and case studies of a public body."},
    commands,
    options};

constexpr std::array<Field, 6> filter_fields{Field::office, Field::audience, Field::scheme,
                                             Field::year,   Field::need,     Field::type};

}  // namespace

const Program& search_program() {
  return program;
}

std::size_t chosen(const CommandLine& line, std::string_view option) {
  const auto choices = choices_of(*std::ranges::find(options, option, &OptionInfo::name));
  const auto made = std::ranges::find(choices, line.value(option, std::string(choices.front())));
  return static_cast<std::size_t>(made - choices.begin());
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
