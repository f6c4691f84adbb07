// The one table of fields and facets. Whatever names a field (JSON, options, query syntax, index terms, value slots,
// labels) takes it from here.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/record.hpp"
#include "error/error.hpp"

namespace chiho {

enum class Field : std::uint8_t {
  id,
  type,
  title,
  page,
  pdf_page,
  edition,
  procedure,
  text,
  office,
  audience,
  scheme,
  year,
  fiscal_year,
  need,
  phone,
  extension,
  email,
  url
};

struct FieldInfo {
  Field field;
  std::string_view key;     // in JSON, TOML, --fields and the query (office:…)
  std::string_view ja;      // label
  std::string_view en;      // label
  std::string_view prefix;  // of its filter terms in the index; empty: not a filter
  std::uint32_t slot;       // of its first value in the index; 0: none
  std::uint32_t sort_slot;  // of the number that --sort goes by; 0: none
  bool facet;               // counted in every answer
  bool list;                // an array in JSON
  bool searched;            // its words find the record
  std::string_view example;
};

// A facet's values lie in consecutive slots, one a slot, so that a stock match spy counts them.
inline constexpr std::uint32_t facet_slots = 1000;

inline constexpr std::array<FieldInfo, 18> fields{{
    {Field::id, "id", "ID", "ID", "Q", 0, 0, false, false, false, "2018-07/case/cambodia-water"},
    {Field::type, "type", "種類", "Type", "XT", 5000, 0, true, false, false, "scheme"},
    {Field::title, "title", "題名", "Title", "", 0, 0, false, false, true, "草の根技術協力"},
    {Field::page, "page", "頁", "Page", "XP", 0, 1, false, false, false, "17"},
    {Field::pdf_page, "pdf_page", "PDFの頁", "PDF page", "", 0, 0, false, false, false, "19"},
    {Field::edition, "edition", "版", "Edition", "XE", 0, 0, false, false, false, "2018-07"},
    {Field::procedure, "procedure", "手続き", "Procedure", "", 0, 0, false, false, true, ""},
    {Field::text, "text", "本文", "Text", "", 0, 0, false, false, true, ""},
    {Field::office, "office", "担当", "Office", "XO", 1000, 0, true, true, true, "開発協力総括課"},
    {Field::audience, "audience", "対象", "Audience", "XA", 2000, 0, true, true, true, "企業"},
    {Field::scheme, "scheme", "制度", "Scheme", "XS", 3000, 0, true, true, true, "草の根技術協力"},
    {Field::year, "year", "年", "Year", "XY", 4000, 2, true, true, false, "2017"},
    {Field::fiscal_year, "fiscal_year", "年度", "Fiscal year", "XF", 0, 0, false, true, false, "2017"},
    {Field::need, "need", "したいこと", "Need", "XN", 6000, 0, true, true, true, "外国の都市と交流したい"},
    {Field::phone, "phone", "電話", "Phone", "", 0, 0, false, false, true, "03-5501-8491"},
    {Field::extension, "extension", "内線", "Extension", "", 0, 0, false, true, true, "5029"},
    {Field::email, "email", "メール", "E-mail", "", 0, 0, false, false, true, ""},
    {Field::url, "url", "URL", "URL", "", 0, 0, false, false, true, ""},
}};

constexpr const FieldInfo& info(Field field) {
  return fields[static_cast<std::size_t>(field)];
}

// The six facets in the order in which they are shown.
inline constexpr std::array<Field, 6> facet_fields{Field::office, Field::audience, Field::scheme,
                                                   Field::year,   Field::need,     Field::type};

// The record's values of a facet or filter field, as strings.
std::vector<std::string> values(const Record& record, Field field);

namespace schema_checks {
constexpr bool table_is_in_order() {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (static_cast<std::size_t>(fields[i].field) != i) return false;
  return true;
}
constexpr bool facets_have_a_prefix_and_slots() {
  for (const Field facet : facet_fields)
    if (!info(facet).facet || info(facet).prefix.empty() || info(facet).slot % facet_slots != 0) return false;
  return true;
}
static_assert(table_is_in_order());
static_assert(facets_have_a_prefix_and_slots());
}  // namespace schema_checks

}  // namespace chiho
