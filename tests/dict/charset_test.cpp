#include "dict/charset.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "error/error.hpp"

using chiho::decode;

namespace {

// Three lines, for there to be enough to tell the encoding by.
const std::string kText = [] {
  std::string text;
  for (int i = 0; i < 3; ++i) text += "水道の無償資金協力について。地域の産業を支援します。\n";
  return text;
}();

std::string thrice(const std::string& line) {
  return line + line + line;
}

// The same bytes as iconv(1) makes of kText.
const std::string kSjis = thrice(
    "\x90\x85\x93\xb9\x82\xcc\x96\xb3\x8f\x9e\x8e\x91\x8b\xe0\x8b\xa6\x97\xcd\x82\xc9\x82\xc2\x82\xa2\x82\xc4\x81\x42"
    "\x92\x6e\x88\xe6\x82\xcc\x8e\x59\x8b\xc6\x82\xf0\x8e\x78\x89\x87\x82\xb5\x82\xdc\x82\xb7\x81\x42\n");
const std::string kEuc = thrice(
    "\xbf\xe5\xc6\xbb\xa4\xce\xcc\xb5\xbd\xfe\xbb\xf1\xb6\xe2\xb6\xa8\xce\xcf\xa4\xcb\xa4\xc4\xa4\xa4\xa4\xc6\xa1\xa3"
    "\xc3\xcf\xb0\xe8\xa4\xce\xbb\xba\xb6\xc8\xa4\xf2\xbb\xd9\xb1\xe7\xa4\xb7\xa4\xde\xa4\xb9\xa1\xa3\n");

}  // namespace

TEST_CASE("the encoding is found out") {
  CHECK(decode(kText).text == kText);
  CHECK(decode(kText).encoding == "UTF-8");
  CHECK(decode(kSjis).text == kText);
  CHECK(decode(kSjis).encoding == "CP932");
  CHECK(decode(kEuc).text == kText);
  CHECK(decode(kEuc).encoding == "EUC-JP");
  CHECK(decode("\x1B$B?eF;\x1B(B\n").text == "水道\n");
  CHECK(decode("\x1B$B?eF;\x1B(B\n").encoding == "ISO-2022-JP");
  CHECK(decode("plain").encoding == "UTF-8");
  CHECK(decode("").text.empty());
}

TEST_CASE("byte order marks tell the encoding and go") {
  CHECK(decode("\xEF\xBB\xBF水道").text == "水道");
  CHECK(decode(std::string("\xFF\xFE\x34\x6C\x0A\x00", 6)).text == "水\n");
  CHECK(decode(std::string("\xFF\xFE\x34\x6C", 4)).encoding == "UTF-16LE");
  CHECK(decode(std::string("\xFE\xFF\x6C\x34\xD8\x42\xDF\xB7", 8)).text == "水𠮷");
  CHECK(decode(std::string("\xFE\xFF\x6C\x34", 4)).encoding == "UTF-16BE");
}

TEST_CASE("UTF-16 without a mark") {
  // 水のABC\n
  const std::string le("\x34\x6C\x6E\x30\x41\x00\x42\x00\x43\x00\x0A\x00", 12);
  const std::string be("\x6C\x34\x30\x6E\x00\x41\x00\x42\x00\x43\x00\x0A", 12);
  CHECK(decode(le).text == "水のABC\n");
  CHECK(decode(le).encoding == "UTF-16LE");
  CHECK(decode(be).text == "水のABC\n");
  CHECK(decode(be).encoding == "UTF-16BE");
  CHECK(decode(be, "UTF-16").encoding == "UTF-16BE");
  CHECK(decode(std::string("a\0b水", 6)).encoding == "UTF-8");  // a NUL alone makes no UTF-16
}

TEST_CASE("UTF-16 without a mark, of kanji alone but for line ends") {
  // 港湾課\n連絡先\n
  const std::string le("\x2F\x6E\x7E\x6E\xB2\x8A\x0A\x00\x23\x90\x61\x7D\x48\x51\x0A\x00", 16);
  CHECK(decode(le).text == "港湾課\n連絡先\n");
  CHECK(decode(le).encoding == "UTF-16LE");
}

TEST_CASE("a wrong guess at a few letters can be overruled") {
  // 水道 in EUC-JP is half-width kana and a rare kanji in CP932; ｱｲｳｴ the other way round two kanji.
  CHECK(decode("\xBF\xE5\xC6\xBB").encoding == "CP932");
  CHECK(decode("\xBF\xE5\xC6\xBB", "EUC-JP").text == "水道");
  CHECK(decode("\xB1\xB2\xB3\xB4").encoding == "EUC-JP");
  CHECK(decode("\xB1\xB2\xB3\xB4", "CP932").text == "ｱｲｳｴ");
}

TEST_CASE("an encoding by any of its names") {
  for (const char* name : {"CP932", "Shift_JIS", "sjis", "Windows-31J", "shift-jis"}) {
    CAPTURE(name);
    CHECK(decode("\x90\x85", name).text == "水");
    CHECK(decode("\x90\x85", name).encoding == "CP932");
  }
  CHECK(decode("\xBF\xE5", "euc-jp").text == "水");
  CHECK(decode("\xE6\xB0\xB4", "utf8").text == "水");
}

TEST_CASE("what Windows added to Shift_JIS") {
  CHECK(decode("\x87\x40\xFB\xFC\xB1", "CP932").text == "①髙ｱ");
  CHECK(decode("\x1A\x7F\x1C~\\", "CP932").text == "\x1A\x7F\x1C~\\");
}

TEST_CASE("the wave dash and the minus sign are the same from any encoding") {
  const std::string text = "3～5月、－2度";
  const std::vector<std::array<std::string, 2>> examples{
      {"UTF-8", "3〜5月、\u22122度"},
      {"UTF-8", text},
      {"CP932",
       "3\x81\x60"
       "5\x8C\x8E\x81\x41\x81\x7C"
       "2\x93\x78"},
      {"EUC-JP",
       "3\xA1\xC1"
       "5\xB7\xEE\xA1\xA2\xA1\xDD"
       "2\xC5\xD9"},
      {"ISO-2022-JP", "3\x1B$B!A\x1B(B5\x1B$B7n!\"!]\x1B(B2\x1B$BEY\x1B(B"}};
  for (const auto& example : examples) {
    CAPTURE(example[0]);
    CHECK(decode(example[1], example[0]).text == text);
  }
}

TEST_CASE("lines end in one way") {
  CHECK(decode("a\r\nb\rc\n\r\n").text == "a\nb\nc\n\n");
}

TEST_CASE("malformed bytes are refused with their place") {
  struct Case {
    std::string bytes, encoding, byte;
  };
  const Case cases[] = {{"abc\xFF", "UTF-8", "byte 4 "}, {"水\xE6\xB0", "UTF-8", "byte 4 "},
                        {"ab\x82 ", "CP932", "byte 3 "}, {"ab\x82", "CP932", "byte 3 "},
                        {"a\xA4", "EUC-JP", "byte 2 "},  {std::string("a\0\0\xD8z\0", 6), "UTF-16LE", "byte 3 "}};
  for (const Case& bad : cases) {
    CAPTURE(bad.byte);
    try {
      decode(bad.bytes, bad.encoding);
      FAIL("was read");
    } catch (const chiho::Error& error) {
      CHECK(error.code() == chiho::ErrorCode::corpus);
      CHECK(error.message().en.find(bad.byte) != std::string::npos);
      CHECK(error.message().en.find(bad.encoding) != std::string::npos);
    }
  }
}

TEST_CASE("an unknown encoding is refused") {
  try {
    decode("a", "EBCDIC");
    FAIL("was read");
  } catch (const chiho::Error& error) {
    CHECK(error.code() == chiho::ErrorCode::usage);
    CHECK(error.message().ja.find("EBCDIC") != std::string::npos);
  }
}

TEST_CASE("a long text is decoded whole, pairs of UTF-16 at every place") {
  std::string le;
  std::string expected;
  for (int i = 0; i < 20000; ++i) {
    le += i % 3 == 0 ? std::string("\x34\x6C", 2) : std::string("\x42\xD8\xB7\xDF", 4);
    expected += i % 3 == 0 ? "水" : "𠮷";
  }
  CHECK(decode(le, "UTF-16LE").text == expected);
}
