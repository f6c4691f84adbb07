// What the page calls things.
#pragma once

#include <string>

#include "corpus/schema.hpp"
#include "error/error.hpp"

namespace chiho::web {

// 担当, Office.
std::string field_label(Field field, Lang lang);
Text field_label(Field field);
// A value of a filter, where it is not called as it is written: 事業例 for case, すべての版 for all.
std::string value_label(Field field, const std::string& value, Lang lang);

}  // namespace chiho::web
