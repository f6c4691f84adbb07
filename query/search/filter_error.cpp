#include "query/search/filter_error.hpp"

#include <fmt/format.h>

namespace chiho {

namespace {

// Behind the filter's name.
Text complaint(FilterFault fault, const std::string& typed) {
  switch (fault) {
    case FilterFault::of_another_edition:
      return {fmt::format("「{}」は、検索する版にはありません。", typed),
              fmt::format("\"{}\" is not in the edition that is searched", typed)};
    case FilterFault::no_year:
      return {fmt::format("「{}」は年として読めません。", typed), fmt::format("\"{}\" is no year", typed)};
    case FilterFault::no_type:
      return {fmt::format("「{}」という種類はありません。", typed), fmt::format("no such type: {}", typed)};
    case FilterFault::no_edition:
      return {fmt::format("「{}」という版はこの索引にありません。", typed),
              fmt::format("no edition \"{}\" in this index", typed)};
    default:
      return {fmt::format("「{}」はこの索引にありません。", typed), fmt::format("\"{}\" is not in this index", typed)};
  }
}

Text named(const Text& name, const Text& text) {
  return {fmt::format("{}: {}", name.ja, text.ja), fmt::format("{}: {}", name.en, text.en)};
}

Text option(Field field) {
  const std::string name = fmt::format("--{}", info(field).key);
  return {name, name};
}

// On the command line.
Text hint_for(Field field, FilterFault fault, const std::vector<std::string>& instead) {
  const Text listed{fmt::format("{}", fmt::join(instead, "、")), fmt::format("{}", fmt::join(instead, ", "))};
  switch (fault) {
    case FilterFault::of_another_edition:
      return {"別の版にあります: --edition all", "Another edition has it: --edition all"};
    case FilterFault::no_year:
      return {"例: 2017、2015..2017、平成29年、H29、平成29年度、FY2017",
              "Examples: 2017, 2015..2017, 平成29年, H29, 平成29年度, FY2017"};
    case FilterFault::no_type:
      return {listed.ja + " のどれかです。", fmt::format("One of {}.", listed.en)};
    case FilterFault::no_edition:
      if (instead.empty()) return {"版のある記録はありません。", "No record of it belongs to an edition."};
      return {"ある版: " + listed.ja, "There are: " + listed.en};
    default:
      if (!instead.empty()) return {"近いもの: " + listed.ja, "Nearest: " + listed.en};
      return {fmt::format("一覧: chiho-search facets {}", info(field).key),
              fmt::format("List them all: chiho-search facets {}", info(field).key)};
  }
}

}  // namespace

FilterError::FilterError(Field field, FilterFault fault, std::string typed, std::vector<std::string> instead)
    : Error(ErrorCode::usage, named(option(field), complaint(fault, typed)), hint_for(field, fault, instead)),
      field_(field),
      fault_(fault),
      typed_(std::move(typed)),
      instead_(std::move(instead)) {}

Text FilterError::message_of(const Text& name) const {
  return named(name, complaint(fault_, typed_));
}

}  // namespace chiho
