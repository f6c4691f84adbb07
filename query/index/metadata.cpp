#include "query/index/metadata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "corpus/control_characters.hpp"
#include "error/error.hpp"

namespace chiho {

using nlohmann::json;

static void to_json(json& out, const Source& source) {
  out = json{{"path", source.path}, {"checksum", source.checksum}, {"records", source.records}};
}

static void from_json(const json& in, Source& source) {
  in.at("path").get_to(source.path);
  in.at("checksum").get_to(source.checksum);
  in.at("records").get_to(source.records);
}

static void to_json(json& out, const Office& office) {
  out = json{{"id", office.id},       {"name", office.name},           {"aliases", office.aliases},
             {"phone", office.phone}, {"extension", office.extension}, {"email", office.email},
             {"url", office.url},     {"note", office.note},           {"page", office.page.value_or(0)}};
}

static void from_json(const json& in, Office& office) {
  in.at("id").get_to(office.id);
  in.at("name").get_to(office.name);
  in.at("aliases").get_to(office.aliases);
  in.at("phone").get_to(office.phone);
  in.at("extension").get_to(office.extension);
  in.at("email").get_to(office.email);
  in.at("url").get_to(office.url);
  in.at("note").get_to(office.note);
  if (const int page = in.at("page").get<int>(); page != 0) office.page = page;
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Audience, name, aliases, broader)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Need, name, aliases, group, pages)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SchemeName, id, name, aliases)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Edition, id, series, date, title, source, pdf, first_page, last_page, contact,
                                   offices, audiences, needs, schemes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Metadata, format, fingerprint, created, sources, editions, records, letters, slots)

void Metadata::add_counts(const Metadata& part) {
  for (std::size_t type = 0; type < records.size(); ++type) records[type] += part.records[type];
  letters += part.letters;
  for (std::size_t facet = 0; facet < slots.size(); ++facet) slots[facet] = std::max(slots[facet], part.slots[facet]);
}

std::uint64_t Metadata::record_count() const {
  return std::accumulate(records.begin(), records.end(), std::uint64_t{0});
}

const Edition* Metadata::edition(std::string_view id) const {
  const auto found = std::ranges::find(editions, id, &Edition::id);
  return found == editions.end() ? nullptr : &*found;
}

std::vector<std::string> Metadata::newest_editions() const {
  std::map<std::string_view, const Edition*> newest;
  for (const Edition& edition : editions) {
    const Edition*& best = newest[edition.series];
    if (best == nullptr || best->date < edition.date) best = &edition;
  }
  std::vector<std::string> ids;
  for (const auto& [series, edition] : newest) ids.push_back(edition->id);
  return ids;
}

std::string to_json(const Metadata& metadata) {
  return json(metadata).dump(-1, ' ', false, json::error_handler_t::replace);
}

static bool has_control_character(const json& value) {
  if (value.is_string())
    return find_control_character(value.get_ref<const std::string&>(), Lines::several) != std::string::npos;
  return value.is_structured() && std::ranges::any_of(value, has_control_character);
}

std::string to_json(const Edition& edition) {
  return json(edition).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Edition> edition_of_json(std::string_view text) {
  const json parsed = json::parse(text, nullptr, false);
  try {
    if (!has_control_character(parsed)) return parsed.get<Edition>();
  } catch (const json::exception&) {
    return std::nullopt;
  }
  return std::nullopt;
}

Metadata metadata_of_json(std::string_view text, const std::string& where) {
  const json parsed = json::parse(text, nullptr, false);
  try {
    if (parsed.at("format").get<int>() == Metadata::current_format) return parsed.get<Metadata>();
  } catch (const json::exception&) {
    throw Error(ErrorCode::index,
                {fmt::format("chiho-search の索引ではありません: {}", where),
                 fmt::format("not an index of chiho-search: {}", where)},
                {"chiho-index build で作った索引を指定してください。", "Name an index made by chiho-index build."});
  }
  throw Error(
      ErrorCode::index,
      {fmt::format("索引の形式が違います: {}", where), fmt::format("the index is of another format: {}", where)},
      {"chiho-index build で作り直してください。", "Rebuild it with chiho-index build."});
}

}  // namespace chiho
