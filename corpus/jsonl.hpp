// Records as JSON Lines: one object a line, with the keys of Record and no other.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/fault.hpp"
#include "corpus/record.hpp"

namespace chiho {

struct JsonLines {
  std::vector<Record> records;
  Faults faults;
};

// `name` stands in the faults. Blank lines are skipped; null and absent are the same; `type` defaults to page.
JsonLines read_jsonl(std::istream& in, const std::string& name);
JsonLines read_jsonl(const std::filesystem::path& file);  // throws Error io
// Gives the records away one by one, and holds none.
Faults read_jsonl(const std::filesystem::path& file, const std::function<void(Record&&)>& take);  // throws Error io

// One line without its '\n', keys in the order of the field table, what is not given left out.
std::string to_jsonl(const Record& record);
// Of a line that to_jsonl wrote. Throws Error index if it is not one.
Record record_of_jsonl(std::string_view line);

}  // namespace chiho
