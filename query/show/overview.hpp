// What the index holds and how to ask: the answer to no question.
#pragma once

#include <string>

#include "query/index/metadata.hpp"
#include "query/show/render_text.hpp"

namespace chiho {

std::string render_overview(const Metadata& metadata, const TextStyle& style);

}  // namespace chiho
