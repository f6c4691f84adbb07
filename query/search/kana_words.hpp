// What is typed in kana alone, without spaces, cut into words by their readings.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// The fewest words of two letters or more, particles between them, that `is_reading` knows each and that make up the
// whole of `kana` (folded): ちいきのみりょく -> ちいき, みりょく. None if there are not at least two.
std::optional<std::vector<std::string>> kana_words(std::string_view kana,
                                                   const std::function<bool(const std::string&)>& is_reading);

}  // namespace chiho
