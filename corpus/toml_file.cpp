#include "corpus/toml_file.hpp"

// What toml++ asserts in debug builds malformed keys can break; it reports them all the same.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "bytes/file.hpp"
#include "bytes/utf8.hpp"
#include "corpus/toml_syntax.hpp"

namespace chiho {
namespace {

constexpr int max_depth = 4;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// toml++ frees nested tables by recursion and searches those of dotted keys one by one. Brackets it limits itself, dots
// it does not: a key of a million dots would overflow the stack.
constexpr std::size_t max_dots_of_key = 8;
constexpr std::size_t max_dots = 1000;

// The end of the string that begins at `begin` with a quote.
std::size_t end_of_string(std::string_view toml, std::size_t begin) {
  const char quote = toml[begin];
  const bool multi_line = toml.substr(begin, 3) == std::string(3, quote);
  std::size_t at = begin + (multi_line ? 3 : 1);
  for (; at < toml.size(); ++at) {
    if (quote == '"' && toml[at] == '\\') {
      ++at;
    } else if (!multi_line && (toml[at] == quote || toml[at] == '\n')) {
      return at + 1;
    } else if (multi_line && toml.substr(at, 3) == std::string(3, quote)) {
      at += 3;
      for (int more = 0; more < 2 && at < toml.size() && toml[at] == quote; ++more) ++at;  // they belong to it
      return at;
    }
  }
  return toml.size();
}

bool has_too_many_dots(std::string_view toml) {
  std::size_t all = 0;
  std::size_t of_key = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = end_of_string(toml, at);
      continue;
    }
    if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    if (c == '.' && (++of_key > max_dots_of_key || ++all > max_dots)) return true;
    if (std::string_view("\n,=[]{}").find(c) != std::string_view::npos) of_key = 0;
    ++at;
  }
  return false;
}

Position position_of(const toml::source_position& at) {
  return {static_cast<int>(at.line), static_cast<int>(at.column)};
}

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n');
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<int>(line) + 1, static_cast<int>(letter_count(before.substr(begin))) + 1};
}

TomlValue value_of(const toml::node& node, int depth);

std::vector<TomlEntry> entries_of(const toml::table& table, int depth) {
  std::vector<TomlEntry> entries;
  for (const auto& [key, node] : table) {
    entries.push_back({std::string(key.str()), position_of(key.source().begin), value_of(node, depth)});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  return entries;
}

TomlValue value_of(const toml::node& node, int depth) {
  TomlValue value;
  value.at = position_of(node.source().begin);
  if (const auto* string = node.as_string()) {
    value.kind = TomlValue::Kind::string;
    value.string = string->get();
  } else if (const auto* integer = node.as_integer()) {
    value.kind = TomlValue::Kind::integer;
    value.integer = integer->get();
  } else if (const auto* array = node.as_array(); array != nullptr && depth < max_depth) {
    value.kind = TomlValue::Kind::array;
    for (const toml::node& item : *array) value.array.push_back(value_of(item, depth + 1));
  } else if (const auto* table = node.as_table(); table != nullptr && depth < max_depth) {
    value.kind = TomlValue::Kind::table;
    value.table = entries_of(*table, depth + 1);
  }
  return value;
}

}  // namespace

std::optional<TomlValue> parse_toml(std::string_view text, FileFaults& faults) {
  if (const std::size_t invalid = find_invalid_utf8(text); invalid != std::string_view::npos) {
    faults.add(position_of(text, invalid),
               {"UTF-8 ではない文字があります（UTF-8 で保存し直してください）", "not UTF-8 (save the file as UTF-8)"});
    return std::nullopt;
  }
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (has_too_many_dots(text)) {
    faults.add({}, {"ドットでつないだキーが多すぎます", "too many dotted keys"});
    return std::nullopt;
  }
  try {
    const toml::table root = toml::parse(text);
    TomlValue value = value_of(root, 0);
    value.at = {};  // of the whole file
    return value;
  } catch (const toml::parse_error& error) {
    const Position at = position_of(error.source().begin);
    faults.add(at, syntax_fault(text, at, error.description()));
  }
  return std::nullopt;
}

std::optional<TomlValue> read_toml(const std::filesystem::path& file, FileFaults& faults) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) {
    faults.add({}, {"通常のファイルではありません", "not a regular file"});
    return std::nullopt;
  }
  const std::string text = read_file(file, max_toml_bytes + 1);
  if (text.size() > max_toml_bytes) {
    faults.add({}, {"大きすぎます（一つのファイルは 8 MB まで）", "too large (a file has 8 MB at most)"});
    return std::nullopt;
  }
  return parse_toml(text, faults);
}

}  // namespace chiho
