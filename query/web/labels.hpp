// What the page calls things.
#pragma once

#include <string>

#include "corpus/schema.hpp"
#include "error/error.hpp"

namespace chiho::web {

// 担当, Office.
std::string field_label(Field field, Lang lang);
Text field_label(Field field);
// 事業例, Case.
std::string kind_label(RecordType type, Lang lang);
// A value of a filter, where it is not called as it is written: 事業例 for case, すべての版 for all.
std::string value_label(Field field, const std::string& value, Lang lang);
// Whether it is called so in every language: as it is written in the brochure.
bool is_as_written(Field field, const std::string& value);

}  // namespace chiho::web
