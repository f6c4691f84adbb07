#include "query/index/dealt.hpp"

#include <fmt/format.h>

#include <sstream>

namespace chiho {

std::string to_text(const Dealt& dealt) {
  return fmt::format("{} {} {}", dealt.number, dealt.count, dealt.build);
}

std::optional<Dealt> dealt_of(const std::string& text) {
  std::istringstream in(text);
  Dealt dealt;
  if (!(in >> dealt.number >> dealt.count >> dealt.build) || to_text(dealt) != text) return std::nullopt;
  if (dealt.number < 1 || dealt.number > dealt.count || dealt.count > most_shards) return std::nullopt;
  return dealt;
}

}  // namespace chiho
