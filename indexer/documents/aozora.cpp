#include "indexer/documents/aozora.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"
#include "dict/readings.hpp"

namespace chiho {
namespace {

using std::string_view;
using std::u32string_view;

constexpr std::size_t kLongestRuby = 60;   // letters
constexpr std::size_t kLongestNote = 300;  // letters
constexpr char32_t kMissing = U'〓';       // printed where a letter is not to be had

// Line by line, with the line's end.
std::vector<string_view> lines_of(string_view text) {
  std::vector<string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

bool is_rule(string_view line) {
  constexpr std::size_t shortest = 20;
  return line.size() > shortest && line.find_first_not_of("-\n ") == string_view::npos;
}

// Between two rules near the top stands what the signs mean; from 底本 on, what was typed from which book and by whom.
std::string without_header_and_footer(string_view text, bool marked) {
  constexpr std::size_t near_top = 60;  // lines
  const std::vector<string_view> lines = lines_of(text);
  const auto first = std::find_if(lines.begin(), lines.end(), is_rule);
  const auto second = first == lines.end() ? first : std::find_if(first + 1, lines.end(), is_rule);
  const bool near = second != lines.end() && static_cast<std::size_t>(second - lines.begin()) < near_top;
  const bool header = near && std::any_of(first, second, [](string_view line) {
                        return line.find("記号について") != string_view::npos || line.find("《》") != string_view::npos;
                      });
  std::string out;
  if (header) {
    for (auto line = lines.begin(); line != first; ++line) out += *line;
  }
  auto end = lines.end();
  if (header || marked) {
    const auto footer =
        std::find_if(lines.rbegin(), lines.rend(), [](string_view line) { return line.starts_with("底本："); });
    if (footer != lines.rend()) end = std::prev(footer.base());
  }
  for (auto line = header ? second + 1 : lines.begin(); line < end; ++line) out += *line;
  return out;
}

// What a ruby without ｜ stands over is a run of letters of one kind.
enum class Kind : std::uint8_t { kanji, hiragana, katakana, latin, other };

Kind kind_of(char32_t letter) {
  if ((letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0xF900 && letter <= 0xFAFF) || letter >= 0x20000 ||
      u32string_view(U"々仝〆〇ヶ〓").find(letter) != u32string_view::npos)
    return Kind::kanji;
  if (letter >= 0x3041 && letter <= 0x309F) return Kind::hiragana;
  if ((letter >= 0x30A1 && letter <= 0x30FF)) return Kind::katakana;
  const char32_t narrow = letter >= 0xFF01 && letter <= 0xFF5E ? letter - 0xFEE0 : letter;
  const bool latin = (narrow >= 'A' && narrow <= 'Z') || (narrow >= 'a' && narrow <= 'z') ||
                     (narrow >= 0xC0 && narrow <= 0x24F) || narrow == '\'' || narrow == '-';
  return latin ? Kind::latin : Kind::other;
}

// The letter in plane, row and cell of JIS X 0213.
std::optional<char32_t> jis_letter(int plane, int row, int cell) {
  if (plane < 1 || plane > 2 || row < 1 || row > 94 || cell < 1 || cell > 94) return std::nullopt;
  std::array<char, 3> bytes{'\x8F', static_cast<char>(0xA0 + row), static_cast<char>(0xA0 + cell)};
  char* in = bytes.data() + (plane == 1 ? 1 : 0);
  std::size_t in_left = plane == 1 ? 2 : 3;
  std::array<char, 16> utf8{};
  char* out = utf8.data();
  std::size_t out_left = utf8.size();
  iconv_t converter = ::iconv_open("UTF-8", "EUC-JISX0213");
  // NOLINTNEXTLINE(performance-no-int-to-ptr): POSIX says so
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  const bool converted = ::iconv(converter, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1) &&
                         ::iconv(converter, nullptr, nullptr, &out, &out_left) != static_cast<std::size_t>(-1);
  ::iconv_close(converter);
  if (!converted || out == utf8.data()) return std::nullopt;
  std::size_t at = 0;
  return next_letter({utf8.data(), static_cast<std::size_t>(out - utf8.data())}, at);
}

// "「てへん＋劣」、第3水準1-84-77" and "「口＋世」、U+546D、27-5": a letter that an old character set has not.
char32_t letter_of_note(u32string_view note) {
  const std::string text = folded(utf8_of(note));
  if (const std::size_t at = text.find("u+"); at != std::string::npos) {
    const auto code = std::strtoul(text.substr(at + 2, 6).c_str(), nullptr, 16);
    const bool is_letter = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return is_letter ? static_cast<char32_t>(code) : kMissing;
  }
  const std::size_t level = text.find("水準");
  if (level == std::string::npos) return kMissing;
  int plane = 0;
  int row = 0;
  int cell = 0;
  const std::string place = text.substr(level + string_view("水準").size(), 12);
  if (std::sscanf(place.c_str(), "%1d-%2d-%2d", &plane, &row, &cell) != 3) return kMissing;
  return jis_letter(plane, row, cell).value_or(kMissing);
}

class Reader {
 public:
  Reader(u32string_view in, bool marked) : in_(in), marked_(marked) {}

  WithoutMarkup read() {
    for (std::size_t at = 0; at < in_.size();) at = step(at);
    if (bar_) out_.insert(*bar_, 1, U'｜');
    return {utf8_of(out_), std::move(readings_)};
  }

 private:
  std::size_t step(std::size_t at) {
    const char32_t letter = in_[at];
    const bool gaiji = letter == U'※' && in_.substr(at + 1).starts_with(U"［＃");
    if (gaiji || in_.substr(at).starts_with(U"［＃")) {
      const std::size_t begin = at + (gaiji ? 3 : 2);
      const std::size_t end = closing(begin, U'［', U'］', kLongestNote);
      if (end != u32string_view::npos) {
        if (gaiji) out_ += letter_of_note(in_.substr(begin, end - begin));
        return end + 1;
      }
    }
    if (letter == U'《') {
      const std::size_t end = closing(at + 1, U'《', U'》', kLongestRuby);
      if (end != u32string_view::npos && take_ruby(in_.substr(at + 1, end - at - 1))) return end + 1;
    }
    if (letter == U'｜') {
      put_back_bar();
      bar_ = out_.size();
      return at + 1;
    }
    if (letter == U'\n') put_back_bar();
    out_ += letter;
    return at + 1;
  }

  // Where a bracket closes on its line; npos where it does not.
  [[nodiscard]] std::size_t closing(std::size_t from, char32_t open, char32_t close, std::size_t longest) const {
    int depth = 1;
    for (std::size_t at = from; at < std::min(in_.size(), from + longest) && in_[at] != U'\n'; ++at) {
      if (in_[at] == open) ++depth;
      if (in_[at] == close && --depth == 0) return at;
    }
    return u32string_view::npos;
  }

  // A ｜ that no ruby followed was one.
  void put_back_bar() {
    if (bar_) out_.insert(*bar_, 1, U'｜');
    bar_.reset();
  }

  bool take_ruby(u32string_view ruby) {
    std::size_t begin = out_.size();
    if (bar_) {
      begin = *bar_;
    } else if (!out_.empty()) {
      const Kind kind = kind_of(out_.back());
      while (begin > 0 && out_.size() - begin < kLongestRuby && kind != Kind::other && kind_of(out_[begin - 1]) == kind)
        --begin;
    }
    const std::string reading = utf8_of(ruby);
    const bool over_kanji = begin < out_.size() && kind_of(out_[begin]) == Kind::kanji;
    if (begin == out_.size() || !(marked_ || bar_ || (over_kanji && is_kana(folded(reading))))) return false;
    readings_.push_back({utf8_of(u32string_view(out_).substr(begin)), reading});
    bar_.reset();
    return true;
  }

  u32string_view in_;
  bool marked_;
  std::u32string out_;
  std::optional<std::size_t> bar_;  // where a ｜ stood in `out_`, whose ruby is to come
  std::vector<ToldReading> readings_;
};

}  // namespace

WithoutMarkup without_aozora_markup(string_view text) {
  const bool has_notes = text.find("［＃") != string_view::npos;
  const std::string body = without_header_and_footer(text, has_notes);
  return Reader(letters_of(body), has_notes || body.size() != text.size()).read();
}

}  // namespace chiho
