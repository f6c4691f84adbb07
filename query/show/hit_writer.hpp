// One record for people: in a list of hits, or whole.
#pragma once

#include <string>
#include <vector>

#include "query/search/answer.hpp"
#include "query/show/text_writer.hpp"

namespace chiho {

// `fields` say what of it; empty: what people want to know. The hit is one of the answer's.
void write_hit(TextWriter& writer, const Answer& answer, const Hit& hit, const std::vector<std::string>& fields);
void write_record(TextWriter& writer, const Hit& hit, const EditionNote* edition,
                  const std::vector<std::string>& fields);

}  // namespace chiho
