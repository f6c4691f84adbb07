// Any two texts, word by word: nothing of either is lost.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/diff/likeness.hpp"
#include "indexer/diff/words.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const chiho::Analyzer analyzer;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t half = std::min(all.find('\0'), size);
  const std::string before(all.substr(0, half));
  const std::string after(all.substr(std::min(half + 1, size)));
  std::string removed;
  std::string added;
  for (const chiho::Piece& piece : chiho::changed_words(before, after, analyzer)) {
    if (piece.step != chiho::Step::added) removed += piece.text;
    if (piece.step != chiho::Step::removed) added += piece.text;
  }
  if (removed != before || added != after) std::abort();
  const double alike = chiho::Sketch(before, 3).likeness(chiho::Sketch(after, 3));
  if (!(alike >= 0 && alike <= 1)) std::abort();
  return 0;
}
