// Any text is imported or refused.
#include "error/error.hpp"
#include "import/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    chiho::import_brochure({reinterpret_cast<const char*>(data), size}, "2018-07", {});
  } catch (const chiho::Error&) {
  }
  return 0;
}
