// Letters of a converted text: code points, spellings of one name, and how like two names are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/utf8.hpp"

namespace chiho::brochure {

// Text as the importer walks it: valid UTF-8, lines ending in '\n', without control characters and soft hyphens, and
// with kanji where a PDF's font left a Kangxi radical (⽇ for 日).
std::string clean_text(std::string_view source);

// `text` is valid UTF-8 from here on.

// White space, full-width included.
bool is_space(char32_t letter);
std::string trimmed(std::string_view text);
// Full-width ASCII made narrow, every dash between digits '-', letter by letter: for finding phones and page numbers.
std::string narrowed(std::string_view text);

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& beginnings);
bool ends_with_any(std::string_view text, const std::vector<std::string_view>& endings);
// Cut at any of the separators (single letters); the parts trimmed, none empty.
std::vector<std::string> split(std::string_view text, std::u32string_view separators);

// What all spellings of one name have in common: folded, without spaces.
std::string key(std::string_view name);
// 1 for names that are spelled alike, 0 for names without two letters in common: Dice's coefficient of letter pairs.
double likeness(std::string_view a, std::string_view b);

// Without the spaces that a converter put between Japanese letters.
std::string closed_up(std::string_view name);
// Two pieces of one text: a space only between Latin words, and not inside an address.
void append_text(std::string& text, std::string_view more);

// Brackets of any width cut out of `text`, innermost ones with their surroundings; what stood in them is appended to
// `remarks`. An unbalanced bracket ends with the text.
std::string without_brackets(std::string_view text, std::vector<std::string>* remarks = nullptr);

// Letters of a script that no Japanese brochure prints: a converter's slip.
bool is_foreign(char32_t letter);

}  // namespace chiho::brochure
