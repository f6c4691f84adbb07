#include "query/web/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bytes/checksum.hpp"
#include "query/index/shard_lost.hpp"
#include "query/search/contacts.hpp"
#include "query/search/needs.hpp"
#include "query/search/office_records.hpp"
#include "query/search/office_search.hpp"
#include "query/show/render_json.hpp"
#include "query/show/texts.hpp"
#include "query/web/fault_page.hpp"
#include "query/web/language.hpp"
#include "query/web/pages.hpp"
#include "query/web/resources.hpp"
#include "query/web/search_page.hpp"
#include "query/web/texts.hpp"
#include "query/web/wording.hpp"

namespace chiho::web {

namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";
constexpr std::string_view json_type = "application/json; charset=utf-8";

std::vector<std::pair<std::string, std::string_view>> template_sources() {
  std::vector<std::pair<std::string, std::string_view>> sources;
  constexpr std::string_view folder = "templates/";
  constexpr std::string_view ending = ".html";
  for (const Resource& resource : resources())
    if (resource.name.starts_with(folder) && resource.name.ends_with(ending))
      sources.emplace_back(resource.name.substr(folder.size(), resource.name.size() - folder.size() - ending.size()),
                           resource.bytes);
  return sources;
}

// Bytes of pages that are kept ready.
constexpr std::size_t most_kept = 64U << 20U;

// Records like the one shown, beside it.
constexpr std::uint32_t most_similar = 5;

struct Asset {
  std::string_view name;
  std::string_view type;
};
constexpr std::array<Asset, 3> assets{{{"style.css", "text/css; charset=utf-8"},
                                       {"page.js", "text/javascript; charset=utf-8"},
                                       {"icon.svg", "image/svg+xml"}}};

std::string_view bytes_of(std::string_view name) {
  const auto found = std::ranges::find(resources(), fmt::format("assets/{}", name), &Resource::name);
  return found == resources().end() ? std::string_view() : found->bytes;
}

// An address of its own for every content, so that browsers may keep it.
Address asset_address(std::string_view name) {
  return Address::local(fmt::format("/assets/{}/{}", checksum(bytes_of(name)).substr(0, 12), name));
}

// A host as a browser sends it; anything else would be put into pages by whoever asks.
bool is_host(std::string_view host) {
  return !host.empty() && host.size() <= 255 &&
         host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") ==
             std::string_view::npos;
}

// What a form sends along.
std::vector<Data> hidden(const Parameters& parameters) {
  std::vector<Data> all;
  for (const auto& [name, value] : parameters) all.emplace_back().set("name", name).set("value", value);
  return all;
}

bool names_no_office(std::string_view path) {
  constexpr std::string_view prefix = "/office";
  return path.starts_with(prefix) && path.find_first_not_of("/ ", prefix.size()) == std::string_view::npos;
}

}  // namespace

struct Site::Visit {
  const WebRequest& request;
  Target target;
  PageRequest page;
  Lang lang = Lang::ja;

  [[nodiscard]] Reader reader(const Metadata& metadata) const {
    return {lang, only_language(page), metadata.newest_editions()};
  }
  // Of a page that has no state but its edition and language.
  [[nodiscard]] PageRequest state() const {
    PageRequest state;
    state.lang = page.lang;
    state.request.edition = page.request.edition;
    return state;
  }
  // What stands behind the prefix of the path.
  [[nodiscard]] std::string rest(std::string_view prefix) const { return target.path.substr(prefix.size()); }
};

Site::Site(Handles& handles) : handles_(handles), made_(most_kept), templates_(template_sources(), words) {}

WebResponse Site::answer(const WebRequest& request) const {
  Visit visit{request, {}, {}, preferred_language(request.accept_language)};
  auto target = target_of(request.target);
  if (!target) {
    const Error unreadable(ErrorCode::usage, said_in_both("unreadable_address"));
    return fault(visit, 400, &unreadable);
  }
  visit.target = std::move(*target);
  const bool json = visit.target.path == "/search.json";
  const auto refused = [&](int status, const Error& error) {
    if (!json) return fault(visit, status, &error);
    return WebResponse{status, std::string(json_type), render_error_json(in_words_of_the_page(error), visit.lang)};
  };
  try {
    read_request(visit.target.parameters, visit.page);
    visit.lang = visit.page.language(visit.lang);
    return kept_or_made_again(visit);
  } catch (const Error& error) {
    visit.lang = visit.page.language(visit.lang);
    if (error.code() == ErrorCode::usage) return refused(400, error);
    handles_.report(error);
    return refused(503, {ErrorCode::io, said_in_both("error_503")});
  }
}

// A server may have closed what was idle, or be back; without it, it may be done.
WebResponse Site::kept_or_made_again(const Visit& visit) const {
  try {
    return kept_or_made(visit);
  } catch (const ShardLost& lost) {
    handles_.report(lost);
  }
  handles_.renew();
  return kept_or_made(visit);
}

// Only what comes from the index alone: not the host's name, and no fault.
WebResponse Site::kept_or_made(const Visit& visit) const {
  const std::string& path = visit.target.path;
  const auto begins = [&](std::string_view prefix) { return path.starts_with(prefix); };
  if (path != "/" && !begins("/search") && !begins("/record/") && !begins("/office") && !begins("/edition/"))
    return page_at(visit);
  const std::uint64_t series = handles_.series();
  const std::string key = visit.request.target + (visit.lang == Lang::ja ? " ja" : " en");
  if (const auto kept = made_.find(series, key)) return *kept;
  const auto made = std::make_shared<const WebResponse>(page_at(visit));
  if (made->status == 200) made_.put(series, key, made);
  return *made;
}

WebResponse Site::page_at(const Visit& visit) const {
  const std::string& path = visit.target.path;
  if (path == "/") return home(visit);
  if (path == "/search") return search(visit);
  if (path == "/search.json") return search_json(visit);
  if (path == "/healthz") return {200, "text/plain; charset=utf-8", "ok\n"};
  if (path == "/opensearch.xml") return opensearch(visit);
  if (path.starts_with("/record/")) return record(visit);
  if (names_no_office(path)) return offices(visit);
  if (path.starts_with("/office/")) return office(visit);
  if (path.starts_with("/edition/")) return edition(visit);
  if (path.starts_with("/assets/")) return asset(visit);
  return fault(visit, 404, nullptr);
}

WebResponse Site::page(const Visit& visit, std::string_view name, Data data, int status) const {
  const Parameters kept = only_language(visit.page);
  PageRequest other = visit.page;
  other.lang = visit.lang == Lang::ja ? Lang::en : Lang::ja;
  const bool same_address = status == 200;
  data.set("lang", visit.lang == Lang::ja ? "ja" : "en");
  data.set("other_lang", visit.lang == Lang::ja ? "en" : "ja");
  data.set("other_address", Address::local(same_address ? visit.target.path : "/",
                                           same_address ? parameters_of(other) : only_language(other)));
  data.set("home", Address::local("/", kept));
  data.set("search_action", Address::local("/search"));
  data.set("opensearch", Address::local("/opensearch.xml", kept));
  data.set("style", asset_address("style.css"));
  data.set("script", asset_address("page.js"));
  data.set("icon", asset_address("icon.svg"));
  if (data.find("keep") == nullptr) data.set("keep", hidden(kept));
  if (data.find("query") == nullptr) data.set("query", "");
  data.set("body", templates_.render(name, data, visit.lang));
  return {status, std::string(html_type), templates_.render("layout", data, visit.lang).text()};
}

WebResponse Site::home(const Visit& visit) const {
  const auto handle = handles_.take();
  const Metadata& metadata = handle->index.metadata();
  const Reader reader = visit.reader(metadata);
  const PageRequest state = visit.state();
  Request all;
  all.edition = state.request.edition;
  all.limit = 0;
  Data data;
  data.set("title", words("tagline", visit.lang));
  data.set("is_home", true);
  const auto chosen = chosen_editions(handle->index, state.request.edition);
  std::vector<Data> editions;
  for (const auto& tree : need_trees(handle->searcher, chosen, "")) editions.push_back(need_tree_data(tree, reader));
  data.set("editions", std::move(editions));
  data.set("types", type_links(handle->searcher.search(all), state, reader));
  data.set("offices", Address::local("/office/", parameters_of(state)));
  set_edition_choice(data, metadata, chosen, reader);
  data.set("footer", edition_notes(chosen, reader));
  data.set("keep", hidden(parameters_of(state)));
  return page(visit, "home", std::move(data));
}

WebResponse Site::search(const Visit& visit) const {
  const auto handle = handles_.take();
  const Answer answer = handle->searcher.search(visit.page.request);
  return page(visit, "search", search_data(answer, handle->index.metadata(), visit.page, visit.lang));
}

WebResponse Site::search_json(const Visit& visit) const {
  const auto handle = handles_.take();
  return {200, std::string(json_type), render_json(handle->searcher.search(visit.page.request))};
}

WebResponse Site::record(const Visit& visit) const {
  const auto handle = handles_.take();
  const auto hit = handle->searcher.find(visit.rest("/record/"));
  if (!hit) return fault(visit, 404, nullptr);
  const Metadata& metadata = handle->index.metadata();
  const Reader reader = visit.reader(metadata);
  const Edition* edition = metadata.edition(hit->record.edition);
  Data data = hit_data(*hit, metadata, reader);
  data.set("whole", true);
  Request others;
  others.edition = hit->record.edition;
  others.limit = most_similar;
  if (const auto similar = handle->searcher.similar(hit->record.id, others)) set_similar(data, *similar, reader);
  if (edition != nullptr) data.set("footer", std::vector<Data>{edition_data(note_of(*edition), reader)});
  return page(visit, "record", std::move(data));
}

WebResponse Site::office(const Visit& visit) const {
  const auto handle = handles_.take();
  const std::string name = visit.rest("/office/");
  Request request;
  request.query = name;
  request.edition = visit.page.request.edition;
  auto [entries, answer] = find_offices(handle->searcher, handle->index, handles_.analyzer(), request);
  const Reader reader = visit.reader(handle->index.metadata());
  if (entries.empty()) return page(visit, "no_office", no_office_data(answer, reader), 404);
  if (entries.size() <= offices_told_in_full) add_charges(handle->searcher, entries);
  Data data;
  data.set("title", name);
  std::vector<Data> offices;
  std::vector<Data> footer;
  for (const auto& entry : entries) {
    offices.push_back(office_data(entry, reader));
    if (!entry.edition.id.empty() && footer.empty()) footer.push_back(edition_data(entry.edition, reader));
  }
  data.set("offices", std::move(offices));
  data.set("footer", std::move(footer));
  return page(visit, "office", std::move(data));
}

// Every office of the editions that answer.
WebResponse Site::offices(const Visit& visit) const {
  const auto handle = handles_.take();
  const auto editions = chosen_editions(handle->index, visit.page.request.edition);
  return page(visit, "offices", directory_data(editions, visit.state(), visit.reader(handle->index.metadata())));
}

WebResponse Site::edition(const Visit& visit) const {
  const auto handle = handles_.take();
  const Metadata& metadata = handle->index.metadata();
  const Edition* edition = metadata.edition(visit.rest("/edition/"));
  if (edition == nullptr) return fault(visit, 404, nullptr);
  return page(visit, "edition", edition_page_data(*edition, metadata, visit.reader(metadata)));
}

WebResponse Site::opensearch(const Visit& visit) const {
  const std::string host = is_host(visit.request.host) ? visit.request.host : "localhost";
  Data data;
  data.set("lang", visit.lang == Lang::ja ? "ja" : "en");
  data.set("base", "http://" + host);
  return {200, "application/opensearchdescription+xml; charset=utf-8",
          templates_.render("opensearch", data, visit.lang).text()};
}

WebResponse Site::asset(const Visit& visit) const {
  for (const Asset& asset : assets)
    if (asset_address(asset.name).text() == visit.target.path)
      return {200, std::string(asset.type), std::string(bytes_of(asset.name)), true};
  return fault(visit, 404, nullptr);
}

WebResponse Site::fault(const Visit& visit, int status, const Error* error) const {
  Data data;
  const std::string known = fmt::format("error_{}", status);
  const std::string_view title = words(known, visit.lang);
  data.set("title", title.empty() ? words("error", visit.lang) : title);
  if (error != nullptr) {
    set_fault(data, *error, visit.target.path, visit.page, visit.lang);
    data.set("query", visit.page.request.query);
  }
  return page(visit, "error", std::move(data), status);
}

WebResponse Site::refusal(int status, std::string_view accept_language) const {
  const WebRequest none;
  const Visit visit{none, {}, {}, preferred_language(accept_language)};
  return fault(visit, status, nullptr);
}

}  // namespace chiho::web
