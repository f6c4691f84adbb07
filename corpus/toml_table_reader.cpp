#include "corpus/toml_table_reader.hpp"

#include <algorithm>
#include <limits>

#include "corpus/nearest.hpp"

namespace chiho {
namespace {

Text kind_of(const TomlValue& value) {
  switch (value.kind) {
    case TomlValue::Kind::string:
      return {"文字列", "a string"};
    case TomlValue::Kind::integer:
      return {"整数", "an integer"};
    case TomlValue::Kind::array:
      return {"並び", "a list"};
    case TomlValue::Kind::table:
      return {"表", "a table"};
    case TomlValue::Kind::other:
      break;
  }
  return {"別の型の値", "a value of another type"};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// What the value would look like as the string that was wanted, or as the item of a list.
std::string literal_of(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::integer) return std::to_string(value.integer);
  return value.kind == TomlValue::Kind::string ? shown(value.string) : std::string("…");
}

}  // namespace

const TomlEntry* TableReader::find(std::string_view key, Presence presence) {
  known_.emplace_back(key);
  for (const TomlEntry& entry : table_.table) {
    if (entry.key == key) return &entry;
  }
  if (presence == Presence::required) {
    const std::string name(key);
    faults_.add(table_.at, {name + " がありません", name + " is missing"});
  }
  return nullptr;
}

void TableReader::wrong_type(const TomlValue& value, std::string_view key, const Text& wanted) {
  const std::string name(key);
  const Text found = kind_of(value);
  faults_.add(value.at, {name + " は" + wanted.ja + "で書きます（" + found.ja + "になっています）",
                         name + " must be " + wanted.en + ", not " + found.en});
}

TableReader::String TableReader::string_of(const TomlValue& value, std::string_view key) {
  if (value.kind == TomlValue::Kind::string) return {value.string, value.at};
  const std::string example = std::string("\"").append(literal_of(value)).append("\"");
  wrong_type(value, key, {"文字列 " + example + " ", "a string " + example});
  return {{}, value.at};
}

TableReader::String TableReader::string(std::string_view key, Presence presence) {
  const TomlEntry* entry = find(key, presence);
  if (entry == nullptr) return {};
  String found = string_of(entry->value, key);
  if (!is_blank(found.value)) return found;
  if (presence == Presence::required && entry->value.kind == TomlValue::Kind::string) {
    const std::string name(key);
    faults_.add(found.at, {name + " が空です", name + " is empty"});
  }
  return {{}, found.at};
}

const std::vector<TomlValue>* TableReader::list(std::string_view key, Presence presence, const Text& example) {
  const TomlEntry* entry = find(key, presence);
  if (entry == nullptr) return nullptr;
  if (entry->value.kind != TomlValue::Kind::array) {
    wrong_type(entry->value, key, {"並び " + example.ja + " ", "a list " + example.en});
    return nullptr;
  }
  if (presence == Presence::required && entry->value.array.empty()) {
    const std::string name(key);
    faults_.add(entry->value.at, {name + " が空です", name + " is empty"});
  }
  return &entry->value.array;
}

TableReader::Strings TableReader::strings(std::string_view key, Presence presence) {
  const TomlEntry* entry = find(key, Presence::optional);
  const std::string item =
      entry != nullptr && entry->value.kind != TomlValue::Kind::table ? literal_of(entry->value) : std::string("…");
  const std::string example = std::string("[\"").append(item).append("\"]");
  const std::vector<TomlValue>* items = list(key, presence, {example, example});
  Strings found;
  if (items == nullptr) return found;
  for (const TomlValue& value : *items) {
    String text = string_of(value, key);
    if (value.kind != TomlValue::Kind::string) continue;
    if (is_blank(text.value)) {
      const std::string name(key);
      faults_.add(value.at, {name + " に空の文字列があります", name + " holds an empty string"});
      continue;
    }
    found.push_back(std::move(text));
  }
  return found;
}

void TableReader::check_letters(const String& text, std::string_view key, Lines lines) {
  const std::size_t control = find_control_character(text.value, lines);
  if (control == std::string::npos) return;
  faults_.add(text.at, control_character_fault(std::string(key), text.value, control));
}

TableReader::String TableReader::line(std::string_view key, Presence presence) {
  String text = string(key, presence);
  check_letters(text, key, Lines::one);
  return text;
}

TableReader::Strings TableReader::line_list(std::string_view key, Presence presence) {
  Strings texts = strings(key, presence);
  for (const String& text : texts) check_letters(text, key, Lines::one);
  return texts;
}

TableReader::String TableReader::prose(std::string_view key) {
  String text = string(key);
  check_letters(text, key, Lines::several);
  return text;
}

std::optional<Located<int>> TableReader::integer_of(const TomlValue& value, std::string_view key) {
  if (value.kind != TomlValue::Kind::integer) {
    wrong_type(value, key, {"引用符のない整数", "an integer without quotes"});
    return std::nullopt;
  }
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  if (value.integer > most || value.integer < -most) {
    const std::string name(key);
    faults_.add(value.at, {name + " の数が大きすぎます", name + " is out of range"});
    return std::nullopt;
  }
  return Located<int>{static_cast<int>(value.integer), value.at};
}

std::optional<Located<int>> TableReader::integer(std::string_view key, Presence presence) {
  const TomlEntry* entry = find(key, presence);
  if (entry == nullptr) return std::nullopt;
  return integer_of(entry->value, key);
}

std::vector<Located<int>> TableReader::integers(std::string_view key, Presence presence) {
  std::vector<Located<int>> found;
  const std::vector<TomlValue>* items = list(key, presence, {"[1, 2]", "[1, 2]"});
  if (items == nullptr) return found;
  for (const TomlValue& value : *items) {
    if (const std::optional<Located<int>> number = integer_of(value, key)) found.push_back(*number);
  }
  return found;
}

std::vector<const TomlValue*> TableReader::tables(std::string_view key) {
  std::vector<const TomlValue*> found;
  const TomlEntry* entry = find(key, Presence::optional);
  if (entry == nullptr) return found;
  const std::string header = "[[" + std::string(key) + "]]";
  const Text wanted{" " + header + " ", header};
  if (entry->value.kind != TomlValue::Kind::array) {
    wrong_type(entry->value, key, wanted);
    return found;
  }
  for (const TomlValue& value : entry->value.array) {
    if (value.kind == TomlValue::Kind::table) {
      found.push_back(&value);
    } else {
      wrong_type(value, key, wanted);
    }
  }
  return found;
}

void TableReader::refuse(std::string_view key, const Text& why) {
  if (const TomlEntry* entry = find(key, Presence::optional)) {
    const std::string name(key);
    faults_.add(entry->at,
                {name + " はここには書けません（" + why.ja + "）", name + " does not belong here (" + why.en + ")"});
  }
  known_.pop_back();  // nor is it what an unknown key was meant to be
  refused_.emplace_back(key);
}

void TableReader::report_unknown_keys() {
  const auto among = [](const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (const TomlEntry& entry : table_.table) {
    if (among(known_, entry.key) || among(refused_, entry.key)) continue;
    const std::string name = shown(entry.key);
    faults_.add(entry.at, {"知らないキーです: " + name, "unknown key: " + name},
                did_you_mean(nearest(entry.key, known_)));
  }
}

std::vector<std::string> values_of(const TableReader::Strings& strings) {
  std::vector<std::string> values;
  values.reserve(strings.size());
  for (const auto& text : strings) values.push_back(text.value);
  return values;
}

}  // namespace chiho
