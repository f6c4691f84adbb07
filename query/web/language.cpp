#include "query/web/language.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace chiho::web {

namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

// 0.8 as 800; what is no weight is 0.
int weight(std::string_view q) {
  double value = 0;
  const auto [end, fault] = std::from_chars(q.data(), q.data() + q.size(), value);
  return fault == std::errc() && end == q.data() + q.size() && value >= 0 && value <= 1 ? static_cast<int>(value * 1000)
                                                                                        : 0;
}

bool is_of(std::string_view range, std::string_view language) {
  const auto same = [](char a, char b) { return a == (b | 0x20); };
  if (range.size() < 2 || !std::equal(language.begin(), language.end(), range.begin(), same)) return false;
  return range.size() == 2 || range[2] == '-';
}

}  // namespace

// Without a wish for either, or with equal ones, Japanese.
Lang preferred_language(std::string_view accept_language) {
  int ja = 0;
  int en = 0;
  while (!accept_language.empty()) {
    const std::size_t comma = std::min(accept_language.find(','), accept_language.size());
    const std::string_view item = trimmed(accept_language.substr(0, comma));
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view range = trimmed(item.substr(0, semicolon));
    const std::string_view rest = trimmed(item.substr(std::min(semicolon + 1, item.size())));
    const int q = rest.starts_with("q=") ? weight(rest.substr(2)) : 1000;
    if (is_of(range, "ja")) ja = std::max(ja, q);
    if (is_of(range, "en")) en = std::max(en, q);
  }
  return en > ja ? Lang::en : Lang::ja;
}

}  // namespace chiho::web
