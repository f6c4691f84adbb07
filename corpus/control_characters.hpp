// Control characters (C0, DEL, C1) would steer a terminal and break a table's row: no record holds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "error/error.hpp"

namespace chiho {

enum class Lines : std::uint8_t { one, several };

// Offset of the first one in UTF-8 text; npos if there is none. Text of several lines may hold '\n' and '\t'.
std::size_t find_control_character(std::string_view text, Lines lines);

// Without them; in one line a tab is a space.
std::string without_control_characters(std::string_view text, Lines lines);

// That `name` holds the one at `at`.
Text control_character_fault(const std::string& name, std::string_view text, std::size_t at);

}  // namespace chiho
