// Which member of a Record holds a field. Each field but `type` has exactly one of these.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/record.hpp"
#include "corpus/schema.hpp"

namespace chiho {

// Null where the field is of another type.
std::string Record::*string_member(Field field);
std::optional<int> Record::*number_member(Field field);
std::vector<std::string> Record::*strings_member(Field field);
std::vector<int> Record::*numbers_member(Field field);

}  // namespace chiho
