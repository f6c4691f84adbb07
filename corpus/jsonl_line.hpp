// One line of JSON Lines as a record.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/record.hpp"
#include "error/error.hpp"

namespace chiho {

struct JsonlFault {
  std::size_t offset = 0;  // bytes
  Text message;
};

struct JsonlLine {
  Record record;              // as far as it could be read
  std::size_t id_offset = 0;  // of the value of `id`
  std::vector<JsonlFault> faults;
  // Control characters and malformed ids, which a file may not hold although the record could be read whole.
  std::vector<JsonlFault> letters;
};

// Takes any bytes, of any length and depth.
JsonlLine parse_jsonl_line(std::string_view line);

}  // namespace chiho
