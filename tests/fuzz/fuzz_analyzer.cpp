// Offsets of an analysis lie inside the text and in order, whatever the text.
#include <cstdlib>

#include "bytes/utf8.hpp"
#include "dict/analyzer.hpp"
#include "dict/dates.hpp"
#include "dict/ngrams.hpp"
#include "dict/readings.hpp"
#include "dict/sentences.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const chiho::Analyzer analyzer;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const chiho::Analysis analysis = analyzer.analyze(text);
  std::size_t end = 0;
  for (const auto& token : analysis.tokens) {
    if (token.offset < end || token.offset + token.length > analysis.folded.text.size()) std::abort();
    end = token.offset + token.length;
    const auto range = analysis.folded.source(token.offset, end);
    if (range.begin > range.end || range.end > text.size()) std::abort();
  }
  if (!chiho::is_utf8(analysis.folded.text)) std::abort();
  chiho::ngrams(analysis.folded.text);
  chiho::reading_key(analysis.folded.text);
  chiho::katakana_of_romaji(analysis.folded.text);
  chiho::sentences(text);
  chiho::years_of(analysis.folded.text);
  chiho::parse_year_range(analysis.folded.text);
  return 0;
}
