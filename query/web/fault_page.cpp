#include "query/web/fault_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "query/search/filter_error.hpp"
#include "query/web/labels.hpp"
#include "query/web/texts.hpp"
#include "query/web/wording.hpp"

namespace chiho::web {

namespace {

// Only a year needs telling how it is written; all else is offered as links, and as names where links cannot be.
Text hint_of(const FilterError& error) {
  if (error.fault() == FilterFault::no_year) return error.hint();
  if (error.fault() == FilterFault::of_another_edition) return said_in_both("other_edition_has_it");
  if (error.instead().empty()) return {};
  const bool near = error.fault() == FilterFault::unknown_name;
  const Text label = said_in_both(near ? "nearest" : "there_are");
  return {fmt::format("{}: {}", label.ja, fmt::join(error.instead(), "、")),
          fmt::format("{}: {}", label.en, fmt::join(error.instead(), ", "))};
}

// The same with the filter's value replaced, or without it. None where the value stands in the search words.
std::optional<PageRequest> corrected(PageRequest page, const FilterError& error,
                                     const std::optional<std::string>& instead) {
  page.request.offset = 0;
  if (error.field() == Field::edition) {
    page.request.edition = instead.value_or("");
    return page;
  }
  auto& values = page.request.filters[error.field()];
  const auto wrong = std::ranges::find(values, error.typed(), &FilterValue::value);
  if (wrong == values.end()) return std::nullopt;
  if (instead)
    wrong->value = *instead;
  else
    values.erase(wrong);
  return page;
}

void set_ways_on(Data& data, const FilterError& error, const std::string& path, const PageRequest& page, Lang lang) {
  std::vector<Data> links;
  for (const std::string& value : error.instead())
    if (const auto other = corrected(page, error, value))
      links.emplace_back()
          .set("text", value_label(error.field(), value, lang))
          .set("address", Address::local(path, parameters_of(*other)))
          .set("as_written", is_as_written(error.field(), value));
  if (error.fault() == FilterFault::of_another_edition) {
    PageRequest all = page;
    all.request.edition = "all";
    all.request.offset = 0;
    links.emplace_back()
        .set("text", words("all_editions", lang))
        .set("address", Address::local(path, parameters_of(all)));
  }
  if (error.instead().empty() || links.empty())
    data.set("hint", paragraphs(hint_of(error).in(lang)));
  else
    data.set("instead_label", words(error.fault() == FilterFault::unknown_name ? "nearest" : "there_are", lang));
  data.set("instead_shown", !links.empty()).set("instead", std::move(links));
  if (const auto without = corrected(page, error, std::nullopt))
    data.set("without", Address::local(path, parameters_of(*without)));
}

}  // namespace

Error in_words_of_the_page(const Error& error) {
  const auto* of_filter = dynamic_cast<const FilterError*>(&error);
  if (of_filter == nullptr) return error;
  return {error.code(), of_filter->message_of(field_label(of_filter->field())), hint_of(*of_filter)};
}

void set_fault(Data& data, const Error& error, const std::string& path, const PageRequest& page, Lang lang) {
  data.set("message", paragraphs(in_words_of_the_page(error).message().in(lang)));
  if (const auto* of_filter = dynamic_cast<const FilterError*>(&error))
    set_ways_on(data, *of_filter, path, page, lang);
  else
    data.set("hint", paragraphs(error.hint().in(lang)));
}

}  // namespace chiho::web
