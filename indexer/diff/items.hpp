// An edition folder as a list of things with fields: what is compared. Fields are called as in the TOML files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition_folder.hpp"

namespace chiho {

// In the order in which changes are told.
enum class ItemKind : std::uint8_t { office, scheme, case_study, need, audience, edition };

// A text of several lines is compared word by word.
enum class FieldForm : std::uint8_t { value, list, prose };

struct ItemField {
  std::string_view key;
  FieldForm form = FieldForm::value;
  std::vector<std::string> values;  // of a list any number, else one or none
  std::optional<ItemKind> names;    // what the values are names of
};

struct Item {
  ItemKind kind = ItemKind::edition;
  std::string id;
  std::string title;
  std::string contents;  // prose by which it is known again
  std::string evidence;  // a number, or the schemes that it belongs to: by it alone nothing is known again
  std::vector<ItemField> fields;
};

// A case's audience and need are its scheme's, and are not told twice.
std::vector<Item> items_of(const EditionFolder& folder);

}  // namespace chiho
