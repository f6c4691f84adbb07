#include "corpus/record.hpp"

#include <array>
#include <utility>

namespace chiho {
namespace {

constexpr std::array<std::pair<RecordType, std::string_view>, 4> types{{
    {RecordType::scheme, "scheme"},
    {RecordType::case_study, "case"},
    {RecordType::contact, "contact"},
    {RecordType::page, "page"},
}};

}  // namespace

std::string_view to_string(RecordType type) {
  for (const auto& [known, name] : types) {
    if (known == type) return name;
  }
  return {};
}

std::optional<RecordType> record_type_of(std::string_view name) {
  for (const auto& [type, known] : types) {
    if (known == name) return type;
  }
  return std::nullopt;
}

}  // namespace chiho
