// Answers as JSON: one object with the keys that scripts rely on.
#pragma once

#include <string>

#include "query/answer.hpp"

namespace chiho {

// The whole answer, one object, ended by '\n'. Always valid JSON in UTF-8.
std::string render_json(const Answer& answer);
// One hit a line.
std::string render_jsonl(const Answer& answer);

}  // namespace chiho
