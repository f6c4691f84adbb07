#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/diff/labels.hpp"
#include "indexer/diff/render.hpp"

namespace chiho {

namespace {

using nlohmann::ordered_json;

ordered_json id_of(const ItemName& item) {
  return item.id.empty() ? ordered_json() : ordered_json(item.id);
}

// Pages and years are numbers here, as they are in the files.
ordered_json value_of(std::string_view field, const std::string& value) {
  constexpr std::array<std::string_view, 5> numbers{"page", "pdf_page", "pages", "year", "fiscal_year"};
  if (std::ranges::find(numbers, field) == numbers.end()) return value;
  return std::stoi(value);
}

ordered_json value_of(const FieldChange& change, const std::vector<std::string>& values) {
  if (change.form != FieldForm::list && values.empty()) return nullptr;
  if (change.form != FieldForm::list && values.size() == 1) return value_of(change.field, values.front());
  ordered_json list = ordered_json::array();
  for (const std::string& value : values) list.push_back(value_of(change.field, value));
  return list;
}

ordered_json words_of(const std::vector<Piece>& pieces) {
  ordered_json words = ordered_json::array();
  for (const Piece& piece : pieces) {
    const char* step = piece.step == Step::same ? "same" : piece.step == Step::added ? "added" : "removed";
    words.push_back(ordered_json::array({step, piece.text}));
  }
  return words;
}

ordered_json json_of(const Changed& changed) {
  ordered_json fields = ordered_json::array();
  for (const FieldChange& change : changed.fields) {
    ordered_json field{
        {"field", change.field}, {"old", value_of(change, change.before)}, {"new", value_of(change, change.after)}};
    if (!change.words.empty()) field["words"] = words_of(change.words);
    fields.push_back(std::move(field));
  }
  return {{"type", kind_key(changed.item.kind)},
          {"id", id_of(changed.item)},
          {"title", changed.item.title},
          {"fields", std::move(fields)}};
}

template <class T, class Make>
ordered_json array_of(const std::vector<T>& items, Make make) {
  ordered_json array = ordered_json::array();
  for (const T& item : items) array.push_back(make(item));
  return array;
}

ordered_json changed_of(const std::vector<Changed>& all) {
  return array_of(all, [](const Changed& changed) { return json_of(changed); });
}

ordered_json json_of(const KindChanges& changes) {
  const auto name = [](const ItemName& item) { return ordered_json{{"id", id_of(item)}, {"title", item.title}}; };
  const auto renamed = [](const Renamed& one) {
    return ordered_json{{"id", id_of(one.item)}, {"old", one.before}, {"new", one.item.title}};
  };
  return {{"added", array_of(changes.added, name)},
          {"removed", array_of(changes.removed, name)},
          {"renamed", array_of(changes.renamed, renamed)},
          {"changed", changed_of(changes.changed)}};
}

ordered_json json_of(const EditionName& edition) {
  return {{"id", edition.id}, {"date", edition.date}, {"title", edition.title}};
}

}  // namespace

std::string render_diff_json(const Diff& diff) {
  ordered_json out{{"format", "chiho-diff/1"},
                   {"same", diff.empty()},
                   {"old", json_of(diff.before)},
                   {"new", json_of(diff.after)},
                   {"phones", changed_of(diff.phones)}};
  for (const KindChanges& changes : diff.kinds) out[std::string(kind_key(changes.kind))] = json_of(changes);
  out["moved"] = changed_of(diff.moved);
  return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace chiho
