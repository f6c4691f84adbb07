#include "import/lines.hpp"

#include <algorithm>

#include "error/error.hpp"
#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t most_lines = 100'000;  // a hundred brochures

bool is_sign(char32_t letter) {
  return std::u32string_view(U"•‣■□◆◇▪◼・").find(letter) != std::u32string_view::npos;
}
bool is_dash(char32_t letter) {
  return std::u32string_view(U"-*–—").find(letter) != std::u32string_view::npos;
}
bool is_rule(std::string_view text) {
  return text.find_first_not_of("-=_*|+ \t") == std::string_view::npos;
}

// Takes the bullets off: "- ・text", "■ text". A dash is one only before a space.
bool take_bullets(std::string& text) {
  const std::u32string all = letters_of(text.substr(0, 64));
  std::size_t at = 0;
  std::size_t bytes = 0;
  bool found = false;
  while (at < all.size()) {
    const bool dash = is_dash(all[at]) && at + 1 < all.size() && is_space(all[at + 1]);
    if (!dash && !is_sign(all[at]) && !(found && is_space(all[at]))) break;
    found = true;
    bytes += utf8_of(all.substr(at, 1)).size();
    ++at;
  }
  text = trimmed(std::string_view(text).substr(bytes));
  return found;
}

// True where a wrapped line could not have ended: what follows would have fitted.
bool ended_on_purpose(std::string_view line, std::string_view next) {
  return letter_count(line) * 10 < letter_count(next) * 7;
}

bool credits_a_picture(std::string_view text) {
  const std::string narrow = narrowed(text);
  return narrow.starts_with("写真") && narrow.substr(0, 32).find(':') != std::string::npos;
}

}  // namespace

Lines read_lines(std::string_view text) {
  Lines lines;
  std::size_t number = 0;
  int gap = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    Line line{++number, gap, false, trimmed(text.substr(0, end))};
    text.remove_prefix(std::min(end + 1, text.size()));
    line.bullet = take_bullets(line.text);
    if (line.text.empty() || is_rule(line.text)) {
      ++gap;
      continue;
    }
    if (lines.size() == most_lines) {
      throw Error(ErrorCode::corpus,
                  {"冊子として読むには行が多すぎます（空行を除き " + std::to_string(most_lines) + " 行まで）",
                   "too many lines for a brochure (at most " + std::to_string(most_lines) + " that are not blank)"},
                  {"一冊ずつに分けて import するか、フォルダーのまま build に渡してください",
                   "import one brochure at a time, or give the folder to build as plain documents"});
    }
    lines.push_back(std::move(line));
    gap = 0;
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const Line& line : lines) append_text(text, line.text);
  return text;
}

std::vector<std::string> paragraphs(const Lines& lines) {
  std::vector<std::string> out;
  const Line* before = nullptr;
  for (const Line& line : lines) {
    const bool wrapped =
        before != nullptr && line.gap == 0 && !line.bullet && !ended_on_purpose(before->text, line.text);
    before = &line;
    if (is_photo_credit(line.text)) continue;
    const std::string text = without_photo_credit(line.text);
    if (wrapped && !out.empty()) {
      append_text(out.back(), text);
    } else if (!text.empty()) {
      out.push_back(text);
    }
  }
  return out;
}

bool is_photo_credit(std::string_view line) {
  const bool bracketed = starts_with_any(line, {"(", "（", "[", "【"});
  return credits_a_picture(bracketed ? line.substr(line.front() == '(' || line.front() == '[' ? 1 : 3) : line);
}

std::string without_photo_credit(std::string_view text) {
  std::string out(text);
  for (const auto& [opening, closing] : {std::pair{"(", ")"}, std::pair{"（", "）"}}) {
    const std::size_t begin = out.find(std::string(opening) + "写真");
    if (begin == std::string::npos) continue;
    const std::size_t end = out.find(closing, begin);
    if (end == std::string::npos || !is_photo_credit(out.substr(begin, end - begin))) continue;
    out.erase(begin, end + std::string_view(closing).size() - begin);
  }
  return out;
}

}  // namespace chiho::brochure
