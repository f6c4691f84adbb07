#include "indexer/diff/diff.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/diff/pairs.hpp"

namespace chiho {

namespace {

constexpr std::array<ItemKind, 6> kinds{ItemKind::office, ItemKind::scheme,   ItemKind::case_study,
                                        ItemKind::need,   ItemKind::audience, ItemKind::edition};

// Of each kind, what was renamed: old name -> new name.
using Renames = std::map<ItemKind, std::map<std::string, std::string>>;

ItemName name_of(const Item& item) {
  return {item.kind, item.id, item.title};
}

bool is_phone(ItemKind kind, const FieldChange& change) {
  return kind == ItemKind::office && (change.field == "phone" || change.field == "extension");
}

// A page that was none, or is none any more, is a change: the office entered the directory, or left it.
bool is_move(const FieldChange& change) {
  if (change.field == "page") return !change.before.empty() && !change.after.empty();
  return change.field == "pdf_page" || change.field == "pages" || change.field == "id";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

class Comparison {
 public:
  explicit Comparison(const Analyzer& analyzer) : analyzer_(analyzer) {}

  Diff compare(const std::vector<Item>& before, const std::vector<Item>& after) {
    std::vector<Pairs> pairs;
    for (const ItemKind kind : kinds) {
      pairs.push_back(kind == ItemKind::edition ? Pairs{{{&before.back(), &after.back()}}, {}, {}}
                                                : pair_items(of_kind(before, kind), of_kind(after, kind)));
      for (const auto& [old, fresh] : pairs.back().both) renames_[kind].emplace(old->title, fresh->title);
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) compare_kind(kinds[i], pairs[i]);
    return std::move(diff_);
  }

 private:
  static std::vector<const Item*> of_kind(const std::vector<Item>& items, ItemKind kind) {
    std::vector<const Item*> found;
    for (const Item& item : items)
      if (item.kind == kind) found.push_back(&item);
    return found;
  }

  void compare_kind(ItemKind kind, const Pairs& pairs) {
    KindChanges changes{kind, {}, {}, {}, {}};
    for (const Item* item : pairs.added) changes.added.push_back(name_of(*item));
    for (const Item* item : pairs.removed) changes.removed.push_back(name_of(*item));
    for (const auto& [old, fresh] : pairs.both) {
      if (old->title != fresh->title) changes.renamed.push_back({name_of(*fresh), old->title});
      compare_items(*old, *fresh, changes);
    }
    diff_.kinds.push_back(std::move(changes));
  }

  void compare_items(const Item& old, const Item& fresh, KindChanges& changes) {
    Changed phones{name_of(fresh), {}};
    Changed others{name_of(fresh), {}};
    Changed moves{name_of(fresh), {}};
    for (FieldChange& change : field_changes(old, fresh)) {
      Changed& told = is_phone(fresh.kind, change) ? phones : is_move(change) ? moves : others;
      told.fields.push_back(std::move(change));
    }
    if (!phones.fields.empty()) diff_.phones.push_back(std::move(phones));
    if (!others.fields.empty()) changes.changed.push_back(std::move(others));
    if (!moves.fields.empty()) diff_.moved.push_back(std::move(moves));
  }

  // Items of one kind have the same fields.
  std::vector<FieldChange> field_changes(const Item& old, const Item& fresh) {
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < fresh.fields.size(); ++i) {
      const ItemField& before = old.fields[i];
      const ItemField& after = fresh.fields[i];
      if (renamed(before) == after.values) continue;
      FieldChange change{after.key, after.form, before.values, after.values, {}};
      if (after.form == FieldForm::prose && !before.values.empty() && !after.values.empty()) {
        change.words = changed_words(joined(before.values), joined(after.values), analyzer_);
        if (std::ranges::all_of(change.words, [](const Piece& piece) { return piece.step == Step::same; })) continue;
      }
      changes.push_back(std::move(change));
    }
    if (old.id != fresh.id) changes.push_back({"id", FieldForm::value, {old.id}, {fresh.id}, {}});
    return changes;
  }

  // The values as the new edition calls them.
  std::vector<std::string> renamed(const ItemField& field) {
    std::vector<std::string> values = field.values;
    if (!field.names) return values;
    const auto& names = renames_[*field.names];
    for (std::string& value : values)
      if (const auto found = names.find(value); found != names.end()) value = found->second;
    return values;
  }

  const Analyzer& analyzer_;
  Renames renames_;
  Diff diff_;
};

EditionName name_of(const Edition& edition) {
  return {edition.id, edition.date, edition.title};
}

}  // namespace

bool KindChanges::empty() const {
  return added.empty() && removed.empty() && renamed.empty() && changed.empty();
}

bool Diff::empty() const {
  return phones.empty() && moved.empty() && std::ranges::all_of(kinds, &KindChanges::empty);
}

Diff compare_editions(const EditionFolder& before, const EditionFolder& after, const Analyzer& analyzer) {
  Diff diff = Comparison(analyzer).compare(items_of(before), items_of(after));
  diff.before = name_of(before.edition);
  diff.after = name_of(after.edition);
  return diff;
}

}  // namespace chiho
