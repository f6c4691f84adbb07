#include "query/web/facet_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "query/web/labels.hpp"
#include "query/web/texts.hpp"

namespace chiho::web {

namespace {

// Values of a facet that are seen before it is opened.
constexpr std::size_t values_shown = 6;

const std::vector<FilterValue>& asked_for(const PageRequest& page, Field facet) {
  static const std::vector<FilterValue> none;
  const auto found = page.request.filters.find(facet);
  return found == page.request.filters.end() ? none : found->second;
}

bool has_box(const std::vector<FacetCount>& counts, const FilterValue& value) {
  return !value.exclude && std::ranges::find(counts, value.value, &FacetCount::value) != counts.end();
}

Data box(Field facet, const FacetCount& count, bool checked, Lang lang) {
  Data data;
  data.set("key", info(facet).key).set("value", count.value).set("label", value_label(facet, count.value, lang));
  data.set("as_written", is_as_written(facet, count.value));
  data.set("count", std::to_string(count.count)).set("checked", checked);
  return data;
}

// Years in their order, the latest first; all else as it is most common.
Data facet_data(Field facet, std::vector<FacetCount> counts, const PageRequest& page, Lang lang) {
  if (facet == Field::year) std::ranges::sort(counts, std::ranges::greater(), &FacetCount::value);
  std::vector<Data> shown;
  std::vector<Data> more;
  const auto& asked = asked_for(page, facet);
  std::size_t unchecked = 0;
  for (const FacetCount& count : counts) {
    const bool checked = std::ranges::find(asked, FilterValue{count.value, false}) != asked.end();
    if (count.count == 0 && !checked) continue;
    const bool first = checked || unchecked++ < values_shown;
    (first ? shown : more).push_back(box(facet, count, checked, lang));
  }
  Data data;
  data.set("label", field_label(facet, lang)).set("boxes", std::move(shown));
  data.set("more_count", more.empty() ? "" : fmt::format("{}", more.size())).set("more", std::move(more));
  return data;
}

std::vector<Data> chips(const PageRequest& page, Lang lang) {
  std::vector<Data> all;
  const auto add = [&](Field field, const FilterValue& value, PageRequest without) {
    without.request.offset = 0;
    all.emplace_back()
        .set("label", field_label(field, lang))
        .set("excluded", value.exclude ? words("excluded", lang) : "")
        .set("value", value_label(field, value.value, lang))
        .set("as_written", is_as_written(field, value.value))
        .set("address", Address::local("/search", parameters_of(without)));
  };
  for (const Field facet : facet_fields)
    for (const FilterValue& value : asked_for(page, facet)) {
      PageRequest without = page;
      std::erase(without.request.filters[facet], value);
      add(facet, value, std::move(without));
    }
  if (page.request.page) {
    PageRequest without = page;
    without.request.page.reset();
    add(Field::page, {fmt::format("p.{}", *page.request.page)}, std::move(without));
  }
  if (!page.request.edition.empty()) {
    PageRequest without = page;
    without.request.edition.clear();
    add(Field::edition, {page.request.edition}, std::move(without));
  }
  return all;
}

// What the form keeps without showing a box for it: an alias, a span of years, an exclusion; page, edition, number.
std::vector<Data> kept(const Answer& answer, const PageRequest& page) {
  PageRequest rest = page;
  rest.request.query.clear();
  rest.request.offset = 0;
  for (std::size_t i = 0; i < facet_fields.size(); ++i)
    std::erase_if(rest.request.filters[facet_fields[i]],
                  [&](const FilterValue& value) { return has_box(answer.facets[i], value); });
  std::vector<Data> all;
  for (const auto& [name, value] : parameters_of(rest)) all.emplace_back().set("name", name).set("value", value);
  return all;
}

}  // namespace

void set_facets(Data& data, const Answer& answer, const PageRequest& page, Lang lang) {
  std::vector<Data> facets;
  for (std::size_t i = 0; i < facet_fields.size(); ++i) {
    Data facet = facet_data(facet_fields[i], answer.facets[i], page, lang);
    if (is_filled(*facet.find("boxes"))) facets.push_back(std::move(facet));
  }
  data.set("narrow_address", Address::here("narrow")).set("kept", kept(answer, page));
  data.set("facets_shown", !facets.empty());
  data.set("facets", std::move(facets));
  auto filters = chips(page, lang);
  if (filters.size() > 1) {
    PageRequest none = page;
    none.request.filters.clear();
    none.request.page.reset();
    none.request.edition.clear();
    none.request.offset = 0;
    data.set("without_filters", Address::local("/search", parameters_of(none)));
  }
  data.set("chips_shown", !filters.empty()).set("chips", std::move(filters));
}

}  // namespace chiho::web
