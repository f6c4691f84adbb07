// Letters in a text, both UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace chiho {

// As text.find(letters, from), but none where there are no letters. That goes from first byte to first byte, and in
// Japanese text every third is the same: the last byte of a letter tells it from others.
std::size_t find_letters(std::string_view text, std::string_view letters, std::size_t from = 0);

}  // namespace chiho
