#include "indexer/diff/labels.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/schema.hpp"

namespace chiho {

namespace {

struct Label {
  std::string_view key;
  std::string_view ja;
  std::string_view en;
};

constexpr std::array<Label, 6> kinds{{{"office", "担当・連絡先", "Offices"},
                                      {"scheme", "制度", "Schemes"},
                                      {"case", "事業例", "Cases"},
                                      {"need", "逆引き", "Needs"},
                                      {"audience", "対象", "Audiences"},
                                      {"edition", "版", "Edition"}}};

// Those that no record has; the others' are the schema's.
constexpr std::array<Label, 12> own_fields{{{"aliases", "別名", "Aliases"},
                                            {"note", "備考", "Note"},
                                            {"details", "詳細", "Details"},
                                            {"captions", "写真・図の説明", "Captions"},
                                            {"group", "見出し", "Group"},
                                            {"pages", "頁", "Pages"},
                                            {"broader", "広い対象", "Broader"},
                                            {"date", "発行", "Date"},
                                            {"contact", "総合窓口", "General contact"},
                                            {"pdf", "PDF", "PDF"},
                                            {"series", "シリーズ", "Series"},
                                            {"source", "出典", "Source"}}};

Text text_of(const Label& label) {
  return {std::string(label.ja), std::string(label.en)};
}

}  // namespace

std::string_view kind_key(ItemKind kind) {
  return kinds.at(static_cast<std::size_t>(kind)).key;
}

Text kind_label(ItemKind kind) {
  return text_of(kinds.at(static_cast<std::size_t>(kind)));
}

Text field_label(std::string_view key) {
  if (const auto own = std::ranges::find(own_fields, key, &Label::key); own != own_fields.end()) return text_of(*own);
  const auto field = std::ranges::find(fields, key, &FieldInfo::key);
  if (field != fields.end()) return {std::string(field->ja), std::string(field->en)};
  return {std::string(key), std::string(key)};
}

}  // namespace chiho
