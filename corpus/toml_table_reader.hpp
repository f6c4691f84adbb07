// The values of one TOML table by key, with a fault for whatever is not as it should be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/control_characters.hpp"
#include "corpus/file_faults.hpp"
#include "corpus/toml_file.hpp"

namespace chiho {

enum class Presence : std::uint8_t { optional, required };

// Ask for every key that the table may have, then report_unknown_keys().
class TableReader {
 public:
  using String = Located<std::string>;
  using Strings = std::vector<String>;

  TableReader(const TomlValue& table, FileFaults& faults) : table_(table), faults_(faults) {}

  // An empty value is one that is not given, which is a fault where it is required. Its letters may be any.
  String string(std::string_view key, Presence presence = Presence::optional);
  Strings strings(std::string_view key, Presence presence = Presence::optional);
  // Text without control characters: of one line, a list of such, of several lines.
  String line(std::string_view key, Presence presence = Presence::optional);
  Strings line_list(std::string_view key, Presence presence = Presence::optional);
  String prose(std::string_view key);
  std::optional<Located<int>> integer(std::string_view key, Presence presence = Presence::optional);
  std::vector<Located<int>> integers(std::string_view key, Presence presence = Presence::optional);
  // [[key]]
  std::vector<const TomlValue*> tables(std::string_view key);

  // A key that someone may well write here, but that does not belong here.
  void refuse(std::string_view key, const Text& why);
  void report_unknown_keys();

 private:
  const TomlEntry* find(std::string_view key, Presence presence);
  // The items of a list of the key; none where it is no list.
  const std::vector<TomlValue>* list(std::string_view key, Presence presence, const Text& example);
  String string_of(const TomlValue& value, std::string_view key);
  void check_letters(const String& text, std::string_view key, Lines lines);
  std::optional<Located<int>> integer_of(const TomlValue& value, std::string_view key);
  void wrong_type(const TomlValue& value, std::string_view key, const Text& wanted);

  const TomlValue& table_;
  FileFaults& faults_;
  std::vector<std::string> known_;
  std::vector<std::string> refused_;
};

// The values without their places.
std::vector<std::string> values_of(const TableReader::Strings& strings);

}  // namespace chiho
