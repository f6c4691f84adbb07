#include "query/web/data.hpp"

#include <algorithm>

namespace chiho::web {

const Value* Data::find(std::string_view name) const {
  const auto found = std::ranges::find(values, name, &std::pair<std::string_view, Value>::first);
  return found == values.end() ? nullptr : &found->second;
}

bool is_filled(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  if (const auto* html = std::get_if<Html>(&value)) return !html->text().empty();
  if (const auto* list = std::get_if<std::vector<Data>>(&value)) return !list->empty();
  return true;
}

}  // namespace chiho::web
