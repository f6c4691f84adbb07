// The texts of a record that are searched, each from one field.
#pragma once

#include <string>
#include <vector>

#include "corpus/record.hpp"
#include "corpus/schema.hpp"

namespace chiho {

struct Passage {
  Field field;
  std::string text;
};

// In the order in which a snippet looks for the words: text, procedure, title, needs, then names and numbers. A text
// that repeats another (a scheme's own name as its scheme) is left out. A contact's numbers come with the words people
// ask for them by: 電話, 連絡先.
std::vector<Passage> passages(const Record& record);

}  // namespace chiho
