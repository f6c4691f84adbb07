#include "query/web/labels.hpp"

#include "query/texts.hpp"

namespace chiho::web {

std::string field_label(Field field, Lang lang) {
  return std::string(lang == Lang::ja ? info(field).ja : info(field).en);
}

Text field_label(Field field) {
  return {field_label(field, Lang::ja), field_label(field, Lang::en)};
}

std::string value_label(Field field, const std::string& value, Lang lang) {
  const auto type = field == Field::type ? record_type_of(value) : std::nullopt;
  return type ? std::string(said(*type, lang)) : value;
}

}  // namespace chiho::web
