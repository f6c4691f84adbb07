#include "query/web/search_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "query/commands/options.hpp"
#include "query/search/contacts.hpp"
#include "query/search/filters.hpp"
#include "query/show/text_writer.hpp"
#include "query/show/texts.hpp"
#include "query/web/facet_panel.hpp"
#include "query/web/texts.hpp"
#include "query/web/wording.hpp"

namespace chiho::web {

namespace {

// Numbered pages on either side of this one.
constexpr std::uint64_t pages_around = 3;

Address search_address(const PageRequest& page) {
  return Address::local("/search", parameters_of(page));
}

Address at_offset(PageRequest page, std::uint64_t offset) {
  page.request.offset = static_cast<std::uint32_t>(offset);
  return search_address(page);
}

std::string found_words(const Answer& answer, Lang lang) {
  if (answer.words.empty()) return said(Say::found, lang, answer.total);
  const std::string words = fmt::format("{}", fmt::join(answer.words, said(Say::comma, lang)));
  return said(answer.match == MatchMode::all ? Say::found_all : Say::found_any, lang, answer.total, words);
}

std::vector<Data> suggestion_links(const Answer& answer, const PageRequest& page) {
  std::vector<Data> links;
  PageRequest other = page;
  other.request.offset = 0;
  for (const auto& suggestion : answer.suggestions) {
    other.request.query = suggestion;
    links.emplace_back().set("text", suggestion).set("address", search_address(other));
  }
  return links;
}

std::vector<Data> expansions(const Answer& answer, Lang lang) {
  std::vector<Data> all;
  for (const Expansion& expansion : answer.expanded)
    all.emplace_back()
        .set("word", expansion.word)
        .set("as", fmt::format("{}", fmt::join(expansion.as, said(Say::comma, lang))));
  return all;
}

// The rest, which matches only some of the words, stands below a heading of its own. Where several editions answer,
// each hit says of which date it is.
void set_hits(Data& data, const Answer& answer, const Metadata& metadata, const Reader& reader) {
  std::vector<Data> hits;
  std::vector<Data> rest;
  for (const Hit& hit : answer.hits) {
    Data item = hit_data(hit, metadata, reader);
    item.set("rank", std::to_string(hit.rank));
    const Edition* edition = metadata.edition(hit.record.edition);
    if (answer.editions.size() > 1 && edition != nullptr && !edition->date.empty())
      item.set("edition_of", said(Say::edition_of_hit, reader.lang, date_for_people(edition->date, reader.lang)));
    const bool beyond = answer.match == MatchMode::all && !hit.matched_all;
    (beyond ? rest : hits).push_back(std::move(item));
  }
  if (!hits.empty()) data.set("hit_list", std::vector<Data>{Data().set("hits", std::move(hits))});
  if (!rest.empty()) data.set("rest_list", std::vector<Data>{Data().set("hits", std::move(rest))});
}

std::vector<Data> numbered_pages(const PageRequest& page, std::uint64_t total) {
  std::vector<Data> numbers;
  const std::uint64_t size = page.request.limit;
  const std::uint64_t last = (total + size - 1) / size;
  const std::uint64_t here = page.request.offset / size + 1;
  const std::uint64_t first = here > pages_around ? here - pages_around : 1;
  for (std::uint64_t number = first; number <= std::min(last, here + pages_around); ++number)
    numbers.emplace_back()
        .set("number", std::to_string(number))
        .set("address", at_offset(page, (number - 1) * size))
        .set("is_here", number == here);
  return numbers;
}

void set_pager(Data& data, const Answer& answer, const PageRequest& page) {
  const std::uint64_t size = page.request.limit;
  if (size == 0 || (answer.total <= size && page.request.offset == 0)) return;
  Data pager;
  const std::uint64_t offset = page.request.offset;
  if (offset > 0) pager.set("previous", at_offset(page, offset > size ? offset - size : 0));
  if (offset + size < answer.total) pager.set("next", at_offset(page, offset + size));
  pager.set("numbers", numbered_pages(page, answer.total));
  data.set("pager", std::vector<Data>{std::move(pager)});
}

bool is_beyond(const Answer& answer, const PageRequest& page) {
  return answer.hits.empty() && page.request.limit > 0 && answer.total > 0 && page.request.offset >= answer.total;
}

// Behind the last hit: where there are some.
void set_beyond(Data& data, const Answer& answer, const PageRequest& page, Lang lang) {
  const std::uint64_t size = page.request.limit;
  const std::uint64_t last = (answer.total - 1) / size * size;
  Data beyond;
  beyond.set("words", fmt::format(fmt::runtime(words("beyond", lang)), answer.total));
  beyond.set("first", at_offset(page, 0));
  if (last > 0) beyond.set("last", at_offset(page, last));
  data.set("beyond", std::vector<Data>{std::move(beyond)});
}

// A choice that is an option of the command line: each word that it takes as a link to the same search with it.
template <typename Value>
void add_choice(std::vector<Data>& choices_shown, std::string_view name, Value made, const PageRequest& page,
                Value Request::*member, Lang lang) {
  std::vector<Data> links;
  const auto all = choices(name);
  for (std::size_t i = 0; i < all.size(); ++i) {
    PageRequest other = page;
    other.request.*member = static_cast<Value>(i);
    other.request.offset = 0;
    links.emplace_back()
        .set("text", words(fmt::format("{}_{}", name, all[i]), lang))
        .set("address", search_address(other))
        .set("is_here", static_cast<Value>(i) == made);
  }
  choices_shown.emplace_back().set("label", words(name, lang)).set("links", std::move(links));
}

// What makes no difference is not offered: an order of one, how several words match where there is one.
std::vector<Data> choices_of_search(const Answer& answer, const PageRequest& page, Lang lang) {
  std::vector<Data> all;
  if (answer.total > 1) add_choice(all, "sort", page.request.sort, page, &Request::sort, lang);
  if (answer.words.size() > 1) add_choice(all, "match", page.request.match, page, &Request::match, lang);
  return all;
}

std::string title_of(const Answer& answer, Lang lang) {
  const bool blank = name_key(answer.query).empty();
  return fmt::format("{} ({})", blank ? words("results", lang) : answer.query, said(Say::found, lang, answer.total));
}

}  // namespace

Data search_data(const Answer& answer, const Metadata& metadata, const PageRequest& page, Lang lang) {
  const Reader reader{lang, only_language(page), metadata.newest_editions()};
  Data data;
  data.set("title", title_of(answer, lang));
  data.set("query", page.request.query).set("is_search", true);
  data.set("found", answer.total == 0 && answer.hits.empty() ? std::string(words("nothing_found", lang))
                                                             : found_words(answer, lang));
  data.set("nothing", answer.total == 0 && answer.hits.empty());
  if (answer.corrected) data.set("corrected", said(Say::corrected, lang, answer.query, *answer.corrected));
  data.set("partial", !answer.missing_shards.empty());
  data.set("suggestions", suggestion_links(answer, page));
  data.set("expanded", expansions(answer, lang));
  set_hits(data, answer, metadata, reader);
  if (is_beyond(answer, page))
    set_beyond(data, answer, page, lang);
  else
    set_pager(data, answer, page);
  data.set("choices", choices_of_search(answer, page, lang));
  set_facets(data, answer, page, lang);
  std::vector<Data> editions;
  for (const EditionNote& edition : answer.editions) editions.push_back(edition_data(edition, reader));
  data.set("editions", editions);
  data.set("footer", std::move(editions));
  data.set("json", Address::local("/search.json", parameters_of(page)));
  return data;
}

}  // namespace chiho::web
