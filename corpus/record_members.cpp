#include "corpus/record_members.hpp"

namespace chiho {

std::string Record::*string_member(Field field) {
  switch (field) {
    case Field::id:
      return &Record::id;
    case Field::title:
      return &Record::title;
    case Field::edition:
      return &Record::edition;
    case Field::procedure:
      return &Record::procedure;
    case Field::text:
      return &Record::text;
    case Field::phone:
      return &Record::phone;
    case Field::email:
      return &Record::email;
    case Field::url:
      return &Record::url;
    default:
      return nullptr;
  }
}

std::optional<int> Record::*number_member(Field field) {
  switch (field) {
    case Field::page:
      return &Record::page;
    case Field::pdf_page:
      return &Record::pdf_page;
    default:
      return nullptr;
  }
}

std::vector<std::string> Record::*strings_member(Field field) {
  switch (field) {
    case Field::office:
      return &Record::office;
    case Field::audience:
      return &Record::audience;
    case Field::scheme:
      return &Record::scheme;
    case Field::need:
      return &Record::need;
    case Field::extension:
      return &Record::extension;
    default:
      return nullptr;
  }
}

std::vector<int> Record::*numbers_member(Field field) {
  switch (field) {
    case Field::year:
      return &Record::year;
    case Field::fiscal_year:
      return &Record::fiscal_year;
    default:
      return nullptr;
  }
}

}  // namespace chiho
