#include "query/web/target.hpp"

#include <algorithm>

#include "bytes/utf8.hpp"

namespace chiho::web {

namespace {

constexpr std::size_t most_parameters = 200;

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// A line end or tab in a query is a space.
bool is_allowed(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
}

std::optional<std::string> decoded(std::string_view text, bool form) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (form && c == '+') {
      c = ' ';
    }
    if (form && (c == '\n' || c == '\r' || c == '\t')) c = ' ';
    if (!is_allowed(c)) return std::nullopt;
    plain += c;
  }
  if (!is_utf8(plain)) return std::nullopt;
  return plain;
}

std::optional<Parameters> parameters_of(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals), true);
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value || parameters.size() == most_parameters) return std::nullopt;
    parameters.emplace_back(std::move(*name), std::move(*value));
  }
  return parameters;
}

}  // namespace

std::optional<Target> target_of(std::string_view text) {
  text = text.substr(0, text.find('#'));
  // The absolute form, as a proxy is asked.
  if (const std::size_t scheme = text.find("://"); text.starts_with("http") && scheme <= 5)
    text.remove_prefix(std::min(text.find('/', scheme + 3), text.size()));
  const std::size_t mark = std::min(text.find('?'), text.size());
  auto path = decoded(text.substr(0, mark), false);
  auto parameters = parameters_of(text.substr(std::min(mark + 1, text.size())));
  if (!path || !path->starts_with('/') || !parameters) return std::nullopt;
  return Target{std::move(*path), std::move(*parameters)};
}

}  // namespace chiho::web
