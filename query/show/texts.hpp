// What the programs say to people when they show something: one table, in both languages. (What goes wrong is said by
// the Error that tells of it; help stands in the tables of commands and options.)
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/record.hpp"
#include "error/error.hpp"

namespace chiho {

enum class Say : std::uint8_t {
  scheme,
  case_study,
  contact,
  page,
  comma,
  contacts,
  general_contact,
  extension,
  no_number,
  no_number_at_all,
  year,
  fiscal_year,
  found,
  found_all,
  found_any,
  shown_of,
  corrected,
  did_you_mean,
  edition_of,
  edition_of_hit,
  edition_plain,
  rest,
  nothing_found,
  ask,
  narrow_by,
  all_facets,
  records,
  holds,
  nothing_held,
  pages_of_edition,
  how_to_ask,
  example_words,
  example_need,
  example_audience,
  example_contact,
  example_needs,
  example_facets,
  example_help,
  words_placeholder,
  also_called,
  needs_walk,
  score,
  and_more,
  none_so_far,
};

struct SaidText {
  Say what;
  std::string_view ja;
  std::string_view en;
};

// In the order of Say. {} stands for what is filled in, in the same order in both languages.
inline constexpr std::array<SaidText, 44> said_texts{{
    {Say::scheme, "制度", "scheme"},
    {Say::case_study, "事業例", "case"},
    {Say::contact, "連絡先", "contact"},
    {Say::page, "文書", "page"},
    {Say::comma, "、", ", "},
    {Say::contacts, "連絡先", "Contact"},
    {Say::general_contact, "総合窓口", "In general"},
    {Say::extension, " 内線{}", " ext. {}"},
    {Say::no_number, "（この版に電話番号の記載はありません）", "(no number in this edition)"},
    {Say::no_number_at_all, "この版に電話番号・メールの記載はありません。", "This edition gives no number or address."},
    {Say::year, "年", "Year"},
    {Say::fiscal_year, "年度", "Fiscal year"},
    {Say::found, "{}件", "{} found"},
    {Say::found_all, "{}件（すべての語に一致: {}）", "{} found with every word: {}"},
    {Say::found_any, "{}件（いずれかの語に一致: {}）", "{} found with some of the words: {}"},
    {Say::shown_of, "{}件のうち{}件目まで。続きは --offset {}", "Of {}, shown up to {}; for more: --offset {}"},
    {Say::corrected, "「{}」は見つからないので「{}」で探しました。",
     "Nothing found for \"{}\"; searched \"{}\" instead."},
    {Say::did_you_mean, "もしかして: {}", "Did you mean: {}"},
    {Say::edition_of, "「{}」{}版（電話番号はこの時点のもの）", "{}, edition of {} (numbers are of that date)"},
    {Say::edition_of_hit, "{}版", "edition of {}"},
    {Say::edition_plain, "「{}」", "{}"},
    {Say::rest, "── 一部の語に一致 ──", "── with some of the words ──"},
    {Say::nothing_found, "見つかりませんでした。", "Nothing found."},
    {Say::ask, "お問い合わせ: ", "Ask: "},
    {Say::narrow_by, "絞り込むには（件数）", "To narrow (with counts)"},
    {Say::all_facets, "絞り込みの値と件数", "Values to narrow by, with counts"},
    {Say::records, "{} {}件", "{} {}"},
    {Say::holds, "この索引には{}件あります（{}）。", "This index holds {} records ({})."},
    {Say::nothing_held, "この索引は空です。", "This index is empty."},
    {Say::pages_of_edition, "p.{}–p.{}、担当課室・連絡先 {}", "p.{}–p.{}, {} offices"},
    {Say::how_to_ask, "さがし方:", "How to ask:"},
    {Say::example_words, "語で。空白で区切って、いくつでも", "by words, as many as you like"},
    {Say::example_need, "したいことを文のまま", "what one wants, as a sentence"},
    {Say::example_audience, "対象などで絞り込む", "narrowed by audience and the like"},
    {Say::example_contact, "電話番号", "telephone numbers"},
    {Say::example_needs, "「〜したい」から選ぶ", "by what one wants"},
    {Say::example_facets, "絞り込みに使える値", "what to narrow by"},
    {Say::example_help, "使い方のすべて", "everything else"},
    {Say::words_placeholder, "検索語", "WORDS"},
    {Say::also_called, "別名", "Also called"},
    {Say::needs_walk, "開くには: ", "To open one: "},
    {Say::score, "評点", "Score"},
    {Say::and_more, "{} ほか{}語", "{} and {} more"},
    {Say::none_so_far, "{}件しかないので、--offset {} から先には何もありません。",
     "There are only {}: nothing after --offset {}."},
}};

constexpr std::string_view said(Say what, Lang lang) {
  const SaidText& text = said_texts[static_cast<std::size_t>(what)];
  return lang == Lang::ja ? text.ja : text.en;
}

template <typename... Values>
std::string said(Say what, Lang lang, const Values&... values) {
  return fmt::format(fmt::runtime(said(what, lang)), values...);
}

std::string_view said(RecordType type, Lang lang);

}  // namespace chiho
