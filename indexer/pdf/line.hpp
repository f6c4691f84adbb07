// One line of a page, and what tells lines apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pdf/columns.hpp"
#include "pdf/layout.hpp"

namespace chiho::pdf {

Line line_of(const Row& row);

// A number, a date or a phone; a place on the web or a mail address; or else.
enum class Kind : std::uint8_t { words, number, address };
Kind kind_of(std::string_view text);

// A sign of a list stands at its head.
bool begins_item(std::string_view line);

// Joins the line below to one that was wrapped: words are parted by a space, Japanese and the halves of an address by
// nothing. `line_begin`: of the last line in `text`.
void append_wrapped(std::string& text, std::size_t line_begin, std::string_view below);

}  // namespace chiho::pdf
