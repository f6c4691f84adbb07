// What makes one sequence the other, in the fewest steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace chiho {

enum class Step : std::uint8_t { same, removed, added };

// None where it takes more than `most` steps that change something. Time is (a + b) * most at worst, memory most².
std::optional<std::vector<Step>> shortest_script(const std::vector<std::uint32_t>& a,
                                                 const std::vector<std::uint32_t>& b, std::size_t most);

}  // namespace chiho
