// Any text is a document, and what is made of it is UTF-8.
#include "bytes/utf8.hpp"
#include "dict/told_readings.hpp"
#include "indexer/documents/aozora.hpp"
#include "indexer/documents/markdown.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text = chiho::utf8_of(chiho::letters_of({reinterpret_cast<const char*>(data), size}));
  const chiho::WithoutMarkup read = chiho::without_aozora_markup(text);
  chiho::told_readings(chiho::readings_paragraph(read.readings) + text);
  const chiho::MarkdownText markdown = chiho::read_markdown(text);
  for (const std::string* made : {&read.text, &markdown.text, &markdown.title})
    if (chiho::find_invalid_utf8(*made) != std::string::npos) __builtin_trap();
  return 0;
}
