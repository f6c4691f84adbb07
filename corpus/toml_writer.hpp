// TOML for people: keys in the order in which they are given, what is empty left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

class TomlWriter {
 public:
  // [[name]], after a blank line unless it begins the file.
  void table(std::string_view name);

  // A line that says something to people.
  void comment(std::string_view text);
  void string(std::string_view key, std::string_view value);
  void integer(std::string_view key, int value);
  void strings(std::string_view key, const std::vector<std::string>& values);
  void integers(std::string_view key, const std::vector<int>& values);
  // Prose of several lines, or a long one, is a """ string.
  void prose(std::string_view key, std::string_view value);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace chiho
