#include "query/show/texts.hpp"

namespace chiho {

namespace {

constexpr bool table_is_in_order() {
  for (std::size_t i = 0; i < said_texts.size(); ++i)
    if (static_cast<std::size_t>(said_texts[i].what) != i) return false;
  return true;
}
static_assert(table_is_in_order());

}  // namespace

std::string_view said(RecordType type, Lang lang) {
  constexpr std::array<Say, 4> types{Say::scheme, Say::case_study, Say::contact, Say::page};
  return said(types[static_cast<std::size_t>(type)], lang);
}

}  // namespace chiho
