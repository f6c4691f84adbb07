#include "query/web/labels.hpp"

#include "query/show/texts.hpp"
#include "query/web/texts.hpp"

namespace chiho::web {

std::string field_label(Field field, Lang lang) {
  return std::string(lang == Lang::ja ? info(field).ja : info(field).en);
}

Text field_label(Field field) {
  return {field_label(field, Lang::ja), field_label(field, Lang::en)};
}

std::string kind_label(RecordType type, Lang lang) {
  std::string label(said(type, lang));
  if (label.front() >= 'a' && label.front() <= 'z') label.front() = static_cast<char>(label.front() - 'a' + 'A');
  return label;
}

std::string value_label(Field field, const std::string& value, Lang lang) {
  if (field == Field::edition && value == "all") return std::string(words("all_editions", lang));
  const auto type = field == Field::type ? record_type_of(value) : std::nullopt;
  return type ? kind_label(*type, lang) : value;
}

bool is_as_written(Field field, const std::string& value) {
  return value_label(field, value, Lang::ja) == value_label(field, value, Lang::en);
}

}  // namespace chiho::web
