// What changed between two editions, as a plain struct that every face shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/diff/items.hpp"
#include "indexer/diff/words.hpp"

namespace chiho {

struct FieldChange {
  std::string_view field;  // its key in the TOML files
  FieldForm form = FieldForm::value;
  std::vector<std::string> before;
  std::vector<std::string> after;
  std::vector<Piece> words;  // of prose that was there and still is
};

struct ItemName {
  ItemKind kind = ItemKind::edition;
  std::string id;  // as in the folder; needs and audiences have none
  std::string title;
};

struct Renamed {
  ItemName item;  // as it is now
  std::string before;
};

struct Changed {
  ItemName item;
  std::vector<FieldChange> fields;
};

struct KindChanges {
  ItemKind kind = ItemKind::edition;
  std::vector<ItemName> added;
  std::vector<ItemName> removed;
  std::vector<Renamed> renamed;
  std::vector<Changed> changed;

  [[nodiscard]] bool empty() const;
};

struct EditionName {
  std::string id;
  std::string date;
  std::string title;
};

struct Diff {
  EditionName before;
  EditionName after;
  std::vector<Changed> phones;     // phone and extension of an office, told before all else, and only here
  std::vector<KindChanges> kinds;  // each kind once, in their order
  std::vector<Changed> moved;      // where a thing stands: page, PDF page, file name; no more of it changed by that

  [[nodiscard]] bool empty() const;
};

// The edition's own id is no change, and a name in a list is none where the thing that it names was renamed.
Diff compare_editions(const EditionFolder& before, const EditionFolder& after, const Analyzer& analyzer);

}  // namespace chiho
