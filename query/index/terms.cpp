#include "query/index/terms.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

namespace chiho {

namespace {

// Xapian takes 245 bytes, of which a NUL counts twice. A longer term is cut, its whole kept apart by a hash.
constexpr std::ptrdiff_t longest = 200;

std::string term(std::string_view prefix, std::string_view value) {
  std::string result(prefix);
  if (std::ssize(value) + std::ranges::count(value, '\0') <= longest) return result.append(value);
  return result.append(value.substr(0, longest / 2))
      .append(fmt::format("{:016x}", XXH3_64bits(value.data(), value.size())));
}

bool is_number_letter(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '(' || c == ')' || c == ' ' || c == '+';
}

}  // namespace

std::string word_term(std::string_view word) {
  return term("W", word);
}
std::string compound_term(std::string_view compound) {
  return term("C", compound);
}
std::string filter_term(Field field, std::string_view value) {
  return term(std::string(info(field).prefix).append(":"), value);
}

std::string letters_term(std::string_view letters) {
  return term("N", letters);
}

// Behind how many digits it has.
std::string record_term(Xapian::docid id) {
  const std::string digits = fmt::format("{:x}", id);
  return fmt::format("D{}{}", digits.size(), digits);
}

std::string contact_key(std::string_view folded) {
  const auto digits = std::ranges::count_if(folded, [](char c) { return c >= '0' && c <= '9'; });
  const bool number = digits >= 6 && std::ranges::all_of(folded, is_number_letter);
  std::string key;
  for (const char c : folded)
    if (number ? (c >= '0' && c <= '9') : c != ' ') key += c;
  return key;
}

std::string contact_term(std::string_view folded) {
  return term("K", contact_key(folded));
}

}  // namespace chiho
