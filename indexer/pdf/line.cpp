#include "pdf/line.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "bytes/utf8.hpp"

namespace chiho::pdf {
namespace {

constexpr double room_of_a_tab = 1.9;          // in letter heights
constexpr double room_between_words = 0.15;    // where one of them is Latin
constexpr double room_between_letters = 0.45;  // of Japanese, which is set apart at will

bool is_japanese(char32_t letter) {
  return letter >= 0x2E80;
}

// A space, a tab, or nothing.
std::string_view between(const Box& before, const Box& after) {
  const double size = std::max(1.0, std::min(before.size, after.size));
  const double room = (after.left - before.right) / size;
  if (room >= room_of_a_tab) return "\t";
  const std::u32string left = letters_of(before.text);
  const std::u32string right = letters_of(after.text);
  const bool japanese = !left.empty() && !right.empty() && is_japanese(left.back()) && is_japanese(right.front());
  if (japanese) return room >= room_between_letters ? " " : "";
  return room >= room_between_words || before.space_after ? " " : "";
}

std::string font_of(const std::vector<Cell>& cells) {
  std::map<std::string, std::size_t> letters;
  for (const Cell& cell : cells)
    for (const Box* box : cell.boxes)
      for (const char32_t letter : letters_of(box->text)) letters[box->font] += is_japanese(letter) ? 3 : 1;
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? std::string() : most->first;
}

}  // namespace

Line line_of(const Row& row) {
  Line line{{}, row.cells.front().left, row.top, row.cells.back().right, row.bottom, row.size, font_of(row.cells)};
  const Box* before = nullptr;
  for (const Cell& cell : row.cells) {
    for (const Box* box : cell.boxes) {
      if (before != nullptr) line.text += between(*before, *box);
      line.text += box->text;
      before = box;
    }
  }
  return line;
}

Kind kind_of(std::string_view text) {
  if (text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos) return Kind::address;
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const char32_t letter : letters_of(text)) {
    const bool digit = (letter >= '0' && letter <= '9') || (letter >= U'０' && letter <= U'９');
    digits += digit ? 1 : 0;
    letters += !digit && (letter > 0x3000 || (letter >= 'A' && letter <= 'z')) ? 1 : 0;
  }
  return digits > 0 && letters <= digits && letters <= 6 ? Kind::number : Kind::words;
}

bool begins_item(std::string_view line) {
  const std::u32string letters = letters_of(line.substr(0, 12));
  if (letters.empty()) return true;
  const char32_t first = letters.front();
  const bool numbered = first >= U'①' && first <= U'⑳';
  return numbered || std::u32string_view(U"・•‣●○◎■□◆◇★▪※-–*【〔").find(first) != std::u32string_view::npos;
}

void append_wrapped(std::string& text, std::size_t line_begin, std::string_view below) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const std::size_t last_space = text.find_last_of(" \n", text.size());
  const std::size_t word = last_space == std::string::npos ? line_begin : std::max(line_begin, last_space);
  const bool mail = text.find('@', word) != std::string::npos && (below.front() == '.' || text.back() == '.');
  const bool address = mail || text.find("://", word) != std::string::npos;
  const bool hyphen = text.size() > word + 2 && text.back() == '-' && text[text.size() - 2] != ' ';
  if (is_ascii(text.back()) && is_ascii(below.front()) && !address && !hyphen) text += ' ';
  text += below;
}

}  // namespace chiho::pdf
