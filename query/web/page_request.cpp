#include "query/web/page_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "bytes/utf8.hpp"
#include "query/commands/options.hpp"
#include "query/web/labels.hpp"
#include "query/web/texts.hpp"

namespace chiho::web {

namespace {

constexpr std::uint32_t usual_hits = 10;

std::optional<std::string> first(const Parameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &std::pair<std::string, std::string>::first);
  if (found == parameters.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

// In the page's words for the parameter.
Error wrong_value(std::string_view name, const std::string& value, Text hint) {
  const Text label = name == info(Field::page).key ? field_label(Field::page) : said_in_both(name);
  return {
      ErrorCode::usage,
      {fmt::format("{}: 「{}」は使えません。", label.ja, value), fmt::format("{}: cannot be \"{}\"", label.en, value)},
      std::move(hint)};
}

std::optional<int> number(const Parameters& parameters, std::string_view name, int least, int most) {
  const auto text = first(parameters, name);
  if (!text) return std::nullopt;
  int value = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (fault == std::errc() && end == text->data() + text->size() && value >= least && value <= most) return value;
  throw wrong_value(name, *text,
                    {fmt::format("{}から{}までの整数です。", least, most),
                     fmt::format("A whole number from {} to {}.", least, most)});
}

// 並べ方: よく合う順 (relevance)、…
template <typename Choices>
std::string listed(std::string_view name, const Choices& all, Lang lang) {
  std::vector<std::string> items;
  for (const auto choice : all)
    items.push_back(fmt::format("{} ({})", choice, words(fmt::format("{}_{}", name, choice), lang)));
  return fmt::format("{}", fmt::join(items, lang == Lang::ja ? "、" : ", "));
}

// One of the words that the option of this name takes; the first unless given.
template <typename Value>
Value choice(const Parameters& parameters, std::string_view name) {
  const auto all = choices(name);
  const auto made = std::ranges::find(all, first(parameters, name).value_or(std::string(all.front())));
  if (made != all.end()) return static_cast<Value>(made - all.begin());
  throw wrong_value(name, first(parameters, name).value_or(""),
                    {fmt::format("{} のどれかです。", listed(name, all, Lang::ja)),
                     fmt::format("One of {}.", listed(name, all, Lang::en))});
}

// Only what is not usual.
template <typename Value>
void put_choice(Parameters& parameters, std::string_view name, Value made) {
  const auto place = static_cast<std::size_t>(made);
  if (place != 0) parameters.emplace_back(name, choices(name)[place]);
}

void add_filters(const Parameters& parameters, FilterRequest& filters) {
  for (const auto& [name, value] : parameters) {
    const auto facet = std::ranges::find(facet_fields, name, [](Field field) { return info(field).key; });
    if (facet == facet_fields.end() || value.empty()) continue;
    auto& values = filters[*facet];
    const FilterValue wanted = filter_value(value);
    if (std::ranges::find(values, wanted) == values.end()) values.push_back(wanted);
  }
}

}  // namespace

void read_request(const Parameters& parameters, PageRequest& page) {
  Request& request = page.request;
  const auto lang = first(parameters, "lang");
  if (lang == "ja") page.lang = Lang::ja;
  if (lang == "en") page.lang = Lang::en;
  request.query = first(parameters, "q").value_or("");
  if (letter_count(request.query) > longest_query)
    throw Error(ErrorCode::usage, {fmt::format("検索語は{}字までです。", longest_query),
                                   fmt::format("a query has at most {} letters", longest_query)});
  add_filters(parameters, request.filters);
  request.page = number(parameters, "page", 1, most_number);
  request.edition = first(parameters, "edition").value_or("");
  request.match = choice<MatchMode>(parameters, "match");
  request.sort = choice<SortOrder>(parameters, "sort");
  request.limit = static_cast<std::uint32_t>(number(parameters, "n", 0, most_hits).value_or(usual_hits));
  request.offset = static_cast<std::uint32_t>(number(parameters, "offset", 0, most_number).value_or(0));
}

Parameters only_language(const PageRequest& page) {
  if (!page.lang) return {};
  return {{"lang", *page.lang == Lang::ja ? "ja" : "en"}};
}

Parameters parameters_of(const PageRequest& page) {
  const Request& request = page.request;
  Parameters parameters;
  if (!request.query.empty()) parameters.emplace_back("q", request.query);
  for (const Field facet : facet_fields) {
    const auto values = request.filters.find(facet);
    if (values == request.filters.end()) continue;
    for (const FilterValue& value : values->second)
      parameters.emplace_back(info(facet).key, (value.exclude ? "!" : "") + value.value);
  }
  if (request.page) parameters.emplace_back("page", std::to_string(*request.page));
  if (!request.edition.empty()) parameters.emplace_back("edition", request.edition);
  put_choice(parameters, "match", request.match);
  put_choice(parameters, "sort", request.sort);
  if (request.limit != usual_hits) parameters.emplace_back("n", std::to_string(request.limit));
  if (request.offset != 0) parameters.emplace_back("offset", std::to_string(request.offset));
  for (auto& language : only_language(page)) parameters.push_back(std::move(language));
  return parameters;
}

}  // namespace chiho::web
