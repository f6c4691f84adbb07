#include "corpus/schema.hpp"

#include <string>

namespace chiho {
namespace {

std::vector<std::string> one(std::string_view value) {
  if (value.empty()) return {};
  return {std::string(value)};
}

std::vector<std::string> one(std::optional<int> number) {
  if (!number) return {};
  return {std::to_string(*number)};
}

std::vector<std::string> digits(const std::vector<int>& numbers) {
  std::vector<std::string> values;
  values.reserve(numbers.size());
  for (const int number : numbers) values.push_back(std::to_string(number));
  return values;
}

}  // namespace

std::vector<std::string> values(const Record& record, Field field) {
  switch (field) {
    case Field::id:
      return one(record.id);
    case Field::type:
      return one(to_string(record.type));
    case Field::title:
      return one(record.title);
    case Field::page:
      return one(record.page);
    case Field::pdf_page:
      return one(record.pdf_page);
    case Field::edition:
      return one(record.edition);
    case Field::procedure:
      return one(record.procedure);
    case Field::text:
      return one(record.text);
    case Field::office:
      return record.office;
    case Field::audience:
      return record.audience;
    case Field::scheme:
      return record.scheme;
    case Field::year:
      return digits(record.year);
    case Field::fiscal_year:
      return digits(record.fiscal_year);
    case Field::need:
      return record.need;
    case Field::phone:
      return one(record.phone);
    case Field::extension:
      return record.extension;
    case Field::email:
      return one(record.email);
    case Field::url:
      return one(record.url);
  }
  return {};
}

}  // namespace chiho
