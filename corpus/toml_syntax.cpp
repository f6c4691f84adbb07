#include "corpus/toml_syntax.hpp"

#include <algorithm>
#include <array>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

// A letter that no text has, for its end.
constexpr char32_t end_of_text = 0xFFFFFFFF;

// The first letter of `text`.
char32_t first_letter(std::string_view text) {
  if (text.empty()) return end_of_text;
  constexpr std::size_t longest = 4;  // bytes
  return letters_of(text.substr(0, longest)).front();
}

std::string_view from(std::string_view text, Position at) {
  for (int line = 1; line < at.line; ++line) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  for (int column = 1; column < at.column && !text.empty(); ++column) {
    text.remove_prefix(1);
    while (!text.empty() && !begins_letter(text.front())) text.remove_prefix(1);
  }
  return text;
}

bool ends_in_equals(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last != std::string_view::npos && text[last] == '=';
}

struct Slip {
  std::string_view says;        // stands in toml++'s description
  std::u32string_view letters;  // the letter at the place is one of these; empty: any
  Text message;
};

constexpr std::u32string_view wide_quotes = U"“”„‟＂「」『』‘’＇";

const Text quotes_needed{"文字列は引用符 \" で囲みます", "a string stands in quotes, \"…\""};
const Text unclosed_string{"文字列の引用符 \" が閉じていません", "a quote is left open: the string has no end"};
const Text unclosed_list{"並びの [ が閉じていません（] がありません）", "a list is left open: there is no ]"};
const Text bad_value{"値として読めません（文字列は引用符 \" で囲み、数は 17 のように書きます）",
                     "not a value (a string stands in quotes, a number is written like 17)"};
const Text bad_escape{"\\ の後の文字が正しくありません（\\ そのものは \\\\ と書きます）",
                      "unknown escape sequence (a backslash itself is written \\\\)"};
const Text unclosed_header{"見出しの ] が足りません（[[office]] のように書きます）",
                           "a ] is missing in the heading (it is written like [[office]])"};
const Text bad_header{"見出しは [[office]] のように書きます", "a heading is written like [[office]]"};
const Text wide_letter{"全角の記号は使えません（半角の = , [ ] # で書きます）",
                       "full-width signs do not count: write = , [ ] # in ASCII"};
const Text wide_quote{"この引用符は使えません（半角の \" で書きます）",
                      "these quotes do not count: write the ASCII quote \""};
const Text wide_digit{"数は半角の数字で書きます", "a number is written in ASCII digits"};
const Text wide_space{"全角などの空白は使えません（半角の空白で書きます）",
                      "this kind of space does not count: write an ASCII space"};
const Text no_key{"= の前にキーがありません", "there is no key before the ="};
const Text bad_key{"キーに使えるのは a-z、A-Z、0-9、_、- だけです", "a key is made of a-z, A-Z, 0-9, _ and -"};
const Text comment_sign{"注釈は # で始めます", "a comment begins with #"};
const Text inline_table{"{ } の書き方が正しくありません（{ a = 1, b = 2 } のように、一行で書きます）",
                        "not a table: it is written like { a = 1, b = 2 }, in one line"};
const Text behind_value{"値の後に余分な文字があります（一行に キー = 値 を一つ、文字列の中の \" は \\\" と書きます）",
                        "something stands behind the value (one key = value a line; a \" in a string is written \\\")"};

// The first that fits is meant.
const std::array slips{
    Slip{"cannot redefine", U"", {"同じキーまたは表が二度書かれています", "this key or table is given twice"}},
    Slip{"nested value depth", U"", {"入れ子が深すぎます", "nested too deeply"}},
    Slip{"string: unescaped control", U"\r\n", unclosed_string},
    Slip{"literal string: control", U"\r\n", {"文字列の引用符 ' が閉じていません", unclosed_string.en}},
    Slip{"string: encountered end-of-file", U"", unclosed_string},
    Slip{"scalar sequence: encountered end-of-file", U"", unclosed_string},
    Slip{"array: encountered end-of-file", U"", unclosed_list},
    Slip{"inline table: encountered end-of-file", U"", inline_table},
    Slip{"table header: encountered end-of-file", U"", unclosed_header},
    Slip{"scalar sequence", U"", bad_escape},
    Slip{"escape sequence", U"", bad_escape},
    Slip{"", U"　\u00A0\u2002\u2003\u2009\uFEFF", wide_space},
    Slip{"", U"＝，、［］＃｛｝：；", wide_letter},
    Slip{"", wide_quotes, wide_quote},
    Slip{"expected '='", U":", {"キーと値の間は : ではなく = です", "a key and its value are joined by =, not by :"}},
    Slip{"expected '='",
         U"",
         {"キーの後に = がありません（文字列なら引用符 \" で囲みます）",
          "there is no = after the key (a string stands in quotes)"}},
    Slip{"key-value pair: expected value", U"]},", bad_value},
    Slip{"key-value pair: expected value", U"", {"= の後に値がありません", "there is no value after the ="}},
    Slip{"expected comma or closing ']'",
         U"\"'0123456789[{",
         {"並びの項目の間に , がないか、] がありません", "a , between the items of the list, or its ], is missing"}},
    Slip{"expected comma or closing ']'", U"", unclosed_list},
    Slip{"expected value or closing ']'", U"", {"並びに余分な , があります", "a , too many in the list"}},
    Slip{"inline table:", U"", inline_table},
    Slip{"table header: expected ']'", U"", unclosed_header},
    Slip{"table header:", U"", bad_header},
    Slip{"bare key starting character", U"", bad_key},
    Slip{"root table:", U"=", no_key},
    Slip{"root table:", U"]", {"対になる [ のない ] があります", "a ] without its ["}},
    Slip{"root table:", U"/;%<!*", comment_sign},
    Slip{"root table:", U"", bad_key},
    Slip{"comment or whitespace", U"/;", comment_sign},
    Slip{"comment or whitespace", U"", behind_value},
    Slip{"64 bits", U"", {"数が大きすぎます", "the number is too large"}},
    Slip{"leading zeroes",
         U"",
         {"数の頭に 0 は付けられません（文字列なら引用符 \" で囲みます）",
          "a number has no leading zero (a string stands in quotes)"}},
    Slip{"could not determine value type", U"=", {"= が二つあります", "there are two ="}},
    Slip{"could not determine value type", U"０１２３４５６７８９", wide_digit},
    Slip{"could not determine value type", U"+-", bad_value},
    Slip{"could not determine value type", U"", quotes_needed},
    Slip{"integer:", U"", bad_value},
    Slip{"floating-point:", U"", bad_value},
    Slip{"date:", U"", bad_value},
    Slip{"time:", U"", bad_value},
    Slip{"boolean:", U"", quotes_needed},
    Slip{"",
         U"",
         {"TOML として読めません（文字列は引用符 \" で囲み、並びは [\"…\", \"…\"] と書きます）",
          "this is not TOML (strings stand in quotes, lists are written [\"…\", \"…\"])"}},
};

bool is_control(char32_t letter) {
  return (letter < 0x20 && letter != U'\n' && letter != U'\t') || letter == 0x7F;
}

}  // namespace

Text syntax_fault(std::string_view text, Position at, std::string_view description) {
  const std::string_view rest = from(text, at);
  const char32_t letter = first_letter(rest);
  const auto says = [&](std::string_view words) { return description.find(words) != std::string_view::npos; };
  const bool lone = letter == U'\r' && !rest.starts_with("\r\n");
  if (lone || says("after '\\r'"))
    return {"改行が正しくありません（CR だけの改行は使えません）", "a line end of CR alone (it is LF or CR LF)"};
  if (is_control(letter) && letter != U'\r')
    return {"制御文字があります: " + shown(rest.substr(0, 1)), "a control character: " + shown(rest.substr(0, 1))};
  if (says("key-value pair: encountered end-of-file"))
    return ends_in_equals(text) ? Text{"= の後に値がありません", "there is no value after the ="}
                                : Text{"キーの後に = がありません", "there is no = after the key"};
  const auto* slip = std::ranges::find_if(slips, [&](const Slip& one) {
    return says(one.says) && (one.letters.empty() || one.letters.find(letter) != std::u32string_view::npos);
  });
  return slip->message;
}

}  // namespace chiho
