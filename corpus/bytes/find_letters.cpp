#include "bytes/find_letters.hpp"

#include <algorithm>
#include <cstring>

namespace chiho {

std::size_t find_letters(std::string_view text, std::string_view letters, std::size_t from) {
  if (letters.empty()) return std::string_view::npos;
  const std::size_t telling = std::min<std::size_t>(2, letters.size() - 1);
  for (std::size_t at = from; at + letters.size() <= text.size(); ++at) {
    const void* found = std::memchr(text.data() + at + telling, letters[telling], text.size() - at - telling);
    if (found == nullptr) return std::string_view::npos;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) - telling;
    if (text.substr(at, letters.size()) == letters) return at;
  }
  return std::string_view::npos;
}

}  // namespace chiho
