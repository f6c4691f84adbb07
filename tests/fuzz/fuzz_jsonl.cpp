// A record that is read is written and read back the same.
#include <cstdlib>
#include <sstream>

#include "corpus/jsonl.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  const auto lines = chiho::read_jsonl(in, "fuzz");
  for (const auto& record : lines.records)
    if (chiho::record_of_jsonl(chiho::to_jsonl(record)) != record) std::abort();
  return 0;
}
