#include "dict/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"
#include "error/error.hpp"

namespace chiho {
namespace {

using std::string_view;

struct Encoding {
  const char* name;       // ours
  const char* converter;  // ICU's
};
constexpr Encoding kUtf8 = {"UTF-8", nullptr};
constexpr Encoding kCp932 = {"CP932", "ibm-943_P15A-2003"};
constexpr Encoding kEucJp = {"EUC-JP", "euc-jp-2007"};
constexpr Encoding kIso2022Jp = {"ISO-2022-JP", "ISO_2022,locale=ja,version=3"};  // with half-width kana
constexpr Encoding kUtf16Le = {"UTF-16LE", "UTF-16LE"};
constexpr Encoding kUtf16Be = {"UTF-16BE", "UTF-16BE"};

struct Alias {
  string_view name;
  const Encoding* encoding;
};
// Lower case, without - and _. What the Web and Windows call Shift_JIS is CP932.
constexpr std::array<Alias, 16> kAliases = {{{"utf8", &kUtf8},
                                             {"utf8n", &kUtf8},
                                             {"cp932", &kCp932},
                                             {"ms932", &kCp932},
                                             {"sjis", &kCp932},
                                             {"shiftjis", &kCp932},
                                             {"xsjis", &kCp932},
                                             {"mskanji", &kCp932},
                                             {"windows31j", &kCp932},
                                             {"eucjp", &kEucJp},
                                             {"ujis", &kEucJp},
                                             {"iso2022jp", &kIso2022Jp},
                                             {"jis", &kIso2022Jp},
                                             {"utf16le", &kUtf16Le},
                                             {"utf16be", &kUtf16Be},
                                             {"utf16", nullptr}}};  // its byte order is found out

std::string plain_name(string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  return plain;
}

struct Malformed {
  std::size_t at;
};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::unique_ptr<UConverter, CloseConverter> open_strict(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
  if (converter != nullptr) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  if (U_FAILURE(status) != 0) {
    throw Error(ErrorCode::io, {"文字コード変換の準備ができません", "the character set converter is not available"},
                {"ICU のデータが入っているか確かめてください", "check that ICU's data are installed"});
  }
  return converter;
}

void append_utf8(std::u16string_view text, std::string& utf8) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = text[at++];
    if (c >= 0xD800 && c <= 0xDBFF && at < text.size()) c = 0x10000 + ((c - 0xD800) << 10) + (text[at++] - 0xDC00U);
    append_letter(utf8, c);
  }
}

// ICU follows IBM, where these control characters go round in a ring.
void undo_ibm_controls(std::u16string& text) {
  for (char16_t& c : text) c = c == 0x1C ? u'\x1A' : c == 0x1A ? u'\x7F' : c == 0x7F ? u'\x1C' : c;
}

// Throws Malformed at the first byte that is not in the encoding.
std::string convert(string_view bytes, const Encoding& encoding) {
  const auto converter = open_strict(encoding.converter);
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 2);
  std::u16string units;
  char16_t carried = 0;  // the first half of a pair that a full buffer has cut
  std::array<char16_t, 8192> buffer{};
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
    status = U_ZERO_ERROR;
    char16_t* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, 1, &status);
    if (U_FAILURE(status) != 0 && status != U_BUFFER_OVERFLOW_ERROR) {
      std::array<char, 32> invalid{};
      auto length = static_cast<int8_t>(invalid.size());
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter.get(), invalid.data(), &length, &ignored);
      const auto consumed = static_cast<std::size_t>(source - bytes.data());
      throw Malformed{consumed - std::min(consumed, static_cast<std::size_t>(length))};
    }
    units.clear();
    if (carried != 0) units += carried;
    units.append(buffer.data(), target);
    carried = !units.empty() && units.back() >= 0xD800 && units.back() <= 0xDBFF ? units.back() : u'\0';
    if (carried != 0) units.pop_back();
    if (&encoding == &kCp932) undo_ibm_controls(units);
    append_utf8(units, utf8);
  }
  return utf8;
}

std::string checked_utf8(string_view bytes) {
  bool invalid = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    next_letter(bytes, at, &invalid);
    if (invalid) throw Malformed{begin};
  }
  return std::string(bytes);
}

std::string converted(string_view bytes, const Encoding& encoding) {
  return &encoding == &kUtf8 ? checked_utf8(bytes) : convert(bytes, encoding);
}

void make_line_ends_one(std::string& text) {
  auto out = text.begin();
  for (auto in = text.cbegin(); in != text.cend(); ++in) {
    if (*in == '\r') {
      *out++ = '\n';
      if (in + 1 != text.cend() && in[1] == '\n') ++in;
    } else {
      *out++ = *in;
    }
  }
  text.erase(out, text.end());
}

struct Mark {
  string_view bytes;
  const Encoding* encoding;
};
constexpr std::array<Mark, 3> kByteOrderMarks = {
    {{"\xEF\xBB\xBF", &kUtf8}, {"\xFF\xFE", &kUtf16Le}, {"\xFE\xFF", &kUtf16Be}}};

const Mark* byte_order_mark(string_view bytes) {
  const auto* mark = std::ranges::find_if(kByteOrderMarks, [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return mark == kByteOrderMarks.end() ? nullptr : mark;
}

bool has_high_byte(string_view bytes) {
  return std::ranges::any_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Seven bits, with an escape sequence that switches to JIS X 0208 or half-width kana. UTF-8 to the letter, so asked
// first.
bool is_iso_2022_jp(string_view bytes) {
  for (const string_view escape : {"\x1B$B", "\x1B$@", "\x1B(I", "\x1B$(D"}) {
    if (bytes.find(escape) != string_view::npos) return !has_high_byte(bytes);
  }
  return false;
}

// UTF-16 without a mark: in the right byte order, nearly all units of a Japanese text are kana, kanji or ASCII, and
// many are none that come of reading another encoding in pairs (kana, ASCII, punctuation). Fewer will do beside a NUL,
// which no other encoding has in a text: names in kanji, a line each.
const Encoding* utf16_without_mark(string_view bytes) {
  constexpr std::size_t kLook = 65536;
  const string_view start = bytes.substr(0, kLook);
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return nullptr;
  const std::size_t least = start.find('\0') == string_view::npos ? 3 : 1;  // typical units in ten
  for (const Encoding* encoding : {&kUtf16Le, &kUtf16Be}) {
    std::size_t typical = 0;
    std::size_t kanji = 0;
    for (std::size_t at = 0; at + 1 < start.size(); at += 2) {
      const unsigned first = static_cast<unsigned char>(start[at]);
      const unsigned second = static_cast<unsigned char>(start[at + 1]);
      const unsigned unit = encoding == &kUtf16Le ? second << 8 | first : first << 8 | second;
      const bool ascii = (unit >= 0x20 && unit < 0x7F) || (unit >= 0x09 && unit <= 0x0D);
      typical += ascii || (unit >= 0x3000 && unit <= 0x30FF) || (unit >= 0xFF01 && unit <= 0xFF9F) ? 1 : 0;
      kanji += unit >= 0x4E00 && unit <= 0x9FFF ? 1 : 0;
    }
    const std::size_t units = start.size() / 2;
    if (typical * 10 >= units * least && (typical + kanji) * 100 >= units * 95) return encoding;
  }
  return nullptr;
}

bool converts(string_view bytes, const Encoding& encoding) {
  try {
    convert(bytes, encoding);
    return true;
  } catch (const Malformed&) {
    return false;
  }
}

// Which of the two ICU finds likelier.
const Encoding& likelier_japanese(string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  constexpr std::size_t kLook = 1U << 20;
  const auto length = static_cast<int32_t>(std::min(bytes.size(), kLook));
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) != 0 && i < count; ++i) {
    const char* found = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) != 0) break;
    if (string_view(found) == "EUC-JP") return kEucJp;
    if (string_view(found) == "Shift_JIS") return kCp932;
  }
  return kCp932;
}

const Encoding& detect(string_view bytes) {
  if (is_iso_2022_jp(bytes)) return kIso2022Jp;
  const bool has_nul = bytes.find('\0') != string_view::npos;
  // UTF-16 of ASCII is UTF-8 with NULs in it.
  if (!has_nul && is_utf8(bytes)) return kUtf8;
  if (const Encoding* utf16 = utf16_without_mark(bytes); utf16 != nullptr) return *utf16;
  if (is_utf8(bytes)) return kUtf8;
  // Few texts can be both, and to weigh which takes long.
  const bool may_be_euc = converts(bytes, kEucJp);
  if (may_be_euc != converts(bytes, kCp932)) return may_be_euc ? kEucJp : kCp932;
  return likelier_japanese(bytes);
}

const Encoding& named(string_view name, string_view bytes) {
  const std::string plain = plain_name(name);
  const auto* alias = std::ranges::find(kAliases, string_view(plain), &Alias::name);
  if (alias == kAliases.end()) {
    throw Error(ErrorCode::usage,
                {"知らない文字コードです: " + std::string(name), "unknown encoding: " + std::string(name)},
                {"UTF-8, CP932 (Shift_JIS), EUC-JP, ISO-2022-JP, UTF-16 のどれかを指定してください",
                 "use one of UTF-8, CP932 (Shift_JIS), EUC-JP, ISO-2022-JP, UTF-16"});
  }
  if (alias->encoding != nullptr) return *alias->encoding;
  if (bytes.starts_with("\xFE\xFF")) return kUtf16Be;
  if (bytes.starts_with("\xFF\xFE")) return kUtf16Le;
  const Encoding* utf16 = utf16_without_mark(bytes);
  return utf16 == nullptr ? kUtf16Be : *utf16;  // big-endian unless marked, says RFC 2781
}

// The wave dash and the minus sign of JIS X 0208: encodings lead each to one of two letters, and so do keyboards. As
// Windows has them.
void make_signs_one(std::string& text) {
  constexpr std::array<std::pair<string_view, string_view>, 2> kSame{{{"〜", "～"}, {"\u2212", "－"}}};
  for (const auto& [from, to] : kSame)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);  // as long
}

[[noreturn]] void fail(const Encoding& encoding, std::size_t at) {
  const std::string place = std::to_string(at + 1);
  const std::string name = encoding.name;
  throw Error(
      ErrorCode::corpus,
      {place + "バイト目が " + name + " として正しくありません", "byte " + place + " is not valid " + name},
      {"文字コードが違うなら --encoding で指定してください", "if it is in another encoding, name it with --encoding"});
}

}  // namespace

Decoded decode(string_view bytes, string_view encoding) {
  const Mark* mark = byte_order_mark(bytes);
  const Encoding* chosen = nullptr;
  if (!encoding.empty()) {
    chosen = &named(encoding, bytes);
  } else {
    chosen = mark != nullptr ? mark->encoding : &detect(bytes);
  }
  const std::size_t skipped = mark != nullptr && mark->encoding == chosen ? mark->bytes.size() : 0;
  try {
    Decoded decoded{converted(bytes.substr(skipped), *chosen), chosen->name};
    make_line_ends_one(decoded.text);
    make_signs_one(decoded.text);
    return decoded;
  } catch (const Malformed& malformed) {
    fail(*chosen, skipped + malformed.at);
  }
}

}  // namespace chiho
