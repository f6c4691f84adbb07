// Which of the known names was probably meant by one that is unknown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// The nearest first, at most `most`; none where nothing is alike. Alike are names a few letters apart (a third of the
// longer one), a name that is part of the other, and a name that leaves out letters of the other (開発協力課 for
// 開発協力総括課). Width and case of Latin letters make no difference.
std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& known, std::size_t most = 3);

}  // namespace chiho
