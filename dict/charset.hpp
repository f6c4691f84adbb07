// Bytes of a file as UTF-8. The wave dash and the minus sign are ～ and － (U+FF5E, U+FF0D), from whichever of their
// two forms: the same text in any encoding is the same.
#pragma once

#include <string>
#include <string_view>

namespace chiho {

struct Decoded {
  std::string text;      // UTF-8, without a byte order mark, lines ending in '\n'
  std::string encoding;  // the one it was in: UTF-8, CP932, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE
};

// `encoding` empty: found out (byte order mark, strict UTF-8, then by likelihood). Throws Error usage for an unknown
// encoding name, Error corpus for bytes that are not in the encoding.
Decoded decode(std::string_view bytes, std::string_view encoding = {});

}  // namespace chiho
