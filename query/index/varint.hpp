// Numbers of 7 bits a byte, low first; the highest bit says that more follow.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chiho {

void put_varint(std::string& out, std::uint64_t number);
// Takes one off the beginning. Throws Error index where the data end too soon.
std::uint64_t take_varint(std::string_view& data);

}  // namespace chiho
