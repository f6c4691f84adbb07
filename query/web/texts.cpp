#include "query/web/texts.hpp"

#include <algorithm>
#include <array>

namespace chiho::web {

namespace {

struct Words {
  std::string_view name;
  std::string_view ja;
  std::string_view en;
};

constexpr auto all_words = std::to_array<Words>({
    {"site", "支援制度をさがす", "Find support"},
    {"short_name", "支援制度", "Find support"},
    {"tagline", "使える制度、先例、相談先を、載っている頁とともに。",
     "Schemes, precedents and whom to call, with the page that says so."},
    {"skip", "本文へ", "Skip to content"},
    {"words", "検索語", "Search words"},
    {"words_hint", "例: 無償資金協力 水道、「外国の都市と交流したい」、担当課室や電話番号、かなやローマ字でも。",
     "Words, a sentence of what one wants, an office or a number; in kana or romaji too."},
    {"search", "検索", "Search"},
    {"other_language", "English", "日本語"},
    {"home", "トップ", "Home"},
    {"by_need", "「〜したい」からさがす", "By what one wants"},
    {"by_type", "種類からさがす", "By type"},
    {"all_offices", "担当課室・連絡先の一覧", "All offices"},
    {"editions", "版", "Editions"},
    {"results", "検索結果", "Results"},
    {"narrow", "絞り込み", "Narrow"},
    {"to_facets", "絞り込みへ", "To the filters"},
    {"apply", "この条件で絞り込む", "Apply"},
    {"more_values", "ほかの値", "More"},
    {"remove", "を外す", "(remove)"},
    {"remove_all", "すべて外す", "Remove all"},
    {"excluded", "除く: ", "not: "},
    {"hits", "見つかったもの", "Found"},
    {"rest", "一部の語に一致", "With some of the words"},
    {"searched_as", "ほかの言い方でも探しました", "Also searched as"},
    {"did_you_mean", "もしかして", "Did you mean"},
    {"partial", "一部の資料を今は探せません。見つかるはずのものが、ほかにもあるかもしれません。",
     "Some of the material cannot be searched just now. There may be more to find."},
    {"nothing_found", "見つかりませんでした。", "Nothing found."},
    {"nothing_hint", "語を減らすか、別の言い方を試してください。絞り込みを外すと見つかることもあります。",
     "Try fewer or other words, or remove a filter."},
    {"ask_here", "お困りのときは、総合窓口にお問い合わせください。", "The general contact can help."},
    {"beyond", "この先にはありません。見つかったのは{}件です。", "Nothing this far on: there are only {}."},
    {"first_page", "最初の頁へ", "To the first page"},
    {"last_page", "最後の頁へ", "To the last page"},
    {"pages", "頁の移動", "Pages of results"},
    {"previous", "前へ", "Previous"},
    {"next", "次へ", "Next"},
    {"see_pdf", "PDFで見る", "See the PDF"},
    {"procedure", "手続き", "Procedure"},
    {"contacts", "連絡先", "Contact"},
    {"general_contact", "総合窓口", "General contact"},
    {"no_number", "この版に電話番号の記載はありません。", "No number in this edition."},
    {"no_number_at_all", "この版に電話番号・メールの記載はありません。", "This edition gives no number or address."},
    {"phone", "電話", "Phone"},
    {"email", "メール", "E-mail"},
    {"url", "ウェブサイト", "Website"},
    {"audience", "対象", "Audience"},
    {"need", "したいこと", "Need"},
    {"year", "年", "Year"},
    {"fiscal_year", "年度", "Fiscal year"},
    {"also_called", "別名", "Also called"},
    {"similar", "似ている記録", "Similar records"},
    {"no_office", "この名前の担当課室・連絡先は見つかりません", "There is no office of this name"},
    {"n", "一頁の件数", "Hits on a page"},
    {"offset", "飛ばす件数", "Hits to skip"},
    {"sort", "並べ方", "Order"},
    {"sort_relevance", "よく合う順", "By relevance"},
    {"sort_page", "頁の順", "By page"},
    {"sort_year", "新しい年の順", "Latest year first"},
    {"match", "語の合わせ方", "Words"},
    {"match_auto", "すべて、なければ一部", "All, else some"},
    {"match_all", "すべての語", "All"},
    {"match_any", "いずれかの語", "Any"},
    {"edition_date", "発行", "Date"},
    {"edition_source", "出典", "Source"},
    {"edition_pages", "頁", "Pages"},
    {"edition_holds", "収録", "Holds"},
    {"edition_offices", "担当課室・連絡先", "Offices"},
    {"search_contacts", "連絡先を検索する", "Search the contacts"},
    {"edition_warning", "電話番号・担当課室は発行時点のものです。かける前に、最新の番号を確かめてください。",
     "Numbers and offices are of the date of issue. Check for the current number before you call."},
    {"json", "JSON", "JSON"},
    {"error", "うまくいきませんでした", "Something went wrong"},
    {"error_400", "この検索はできません", "This cannot be searched"},
    {"error_404", "ページが見つかりません", "Page not found"},
    {"error_405", "この方法では受け付けられません", "Method not allowed"},
    {"error_503", "ただいま混み合っています", "Busy"},
    {"nearest", "近いもの", "Nearest"},
    {"there_are", "選べるもの", "There are"},
    {"other_edition_has_it", "別の版にあります。", "Another edition has it."},
    {"all_editions", "すべての版", "All editions"},
    {"without_filter", "この条件を外す", "Without this filter"},
    {"unreadable_address", "アドレスに、読み取れない文字があります。", "The address holds what cannot be read."},
    {"error_hint", "上の検索欄から、もう一度お試しください。", "Please try again from the box above."},
    {"live_count", "件", "found"},
});

}  // namespace

std::string_view words(std::string_view name, Lang lang) {
  const auto found = std::ranges::find(all_words, name, &Words::name);
  if (found == all_words.end()) return {};
  return lang == Lang::ja ? found->ja : found->en;
}

Text said_in_both(std::string_view name) {
  return {std::string(words(name, Lang::ja)), std::string(words(name, Lang::en))};
}

}  // namespace chiho::web
