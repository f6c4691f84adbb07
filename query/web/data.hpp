// What a template is filled with: names and their values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "query/web/markup.hpp"

namespace chiho::web {

struct Data;
// A list repeats its section once for each; text is escaped where it is put.
using Value = std::variant<bool, std::string, Address, Html, std::vector<Data>>;

struct Data {
  // The name must outlive the data: a literal. An address that is none is not set.
  template <typename Given>
  Data& set(std::string_view name, Given&& given) {
    using Plain = std::remove_cvref_t<Given>;
    if constexpr (std::is_same_v<Plain, std::optional<Address>>) {
      if (given) values.emplace_back(name, *std::forward<Given>(given));
    } else if constexpr (std::is_convertible_v<Given, std::string_view>) {
      values.emplace_back(name, std::string(std::string_view(given)));
    } else {
      values.emplace_back(name, std::forward<Given>(given));
    }
    return *this;
  }

  [[nodiscard]] const Value* find(std::string_view name) const;

  std::vector<std::pair<std::string_view, Value>> values;
};

// Whether a section on it is shown: true, a text with letters, a list with items, any address.
bool is_filled(const Value& value);

}  // namespace chiho::web
