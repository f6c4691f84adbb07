// The little of UTF-8 that reading records takes. Folding and all else that needs tables is dict's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chiho {

// Offset of the first byte that is no UTF-8 (overlong forms and surrogates are none); npos if all of it is.
std::size_t find_invalid_utf8(std::string_view text);

// What is no UTF-8 becomes U+FFFD, a letter for each byte.
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

std::size_t count_code_points(std::string_view text);

}  // namespace chiho
