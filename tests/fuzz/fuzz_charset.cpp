// Whatever the bytes, they are decoded to UTF-8 or refused.
#include <cstdlib>

#include "bytes/utf8.hpp"
#include "dict/charset.hpp"
#include "dict/normalize.hpp"
#include "error/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    const auto decoded = chiho::decode({reinterpret_cast<const char*>(data), size});
    if (!chiho::is_utf8(decoded.text)) std::abort();
  } catch (const chiho::Error&) {
  }
  return 0;
}
