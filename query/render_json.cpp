#include "query/render_json.hpp"

#include <nlohmann/json.hpp>

namespace chiho {

namespace {

using json = nlohmann::ordered_json;

json text_or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}
json number_or_null(const std::optional<int>& number) {
  return number ? json(*number) : json(nullptr);
}

json contact_json(const ContactDetails& contact) {
  return {{"office", contact.office},         {"phone", text_or_null(contact.phone)},
          {"extension", contact.extension},   {"email", text_or_null(contact.email)},
          {"url", text_or_null(contact.url)}, {"page", number_or_null(contact.page)}};
}

json snippet_json(const Snippet& snippet) {
  json highlights = json::array();
  for (const auto& highlight : snippet.highlights) highlights.push_back({highlight.begin, highlight.end});
  return {{"text", snippet.text}, {"highlights", highlights}};
}

json hit_json(const Hit& hit) {
  const Record& record = hit.record;
  json contacts = json::array();
  for (const auto& contact : hit.contacts) contacts.push_back(contact_json(contact));
  json related = json::array();
  for (const auto& other : hit.related)
    related.push_back({{"id", other.id},
                       {"type", to_string(other.type)},
                       {"title", other.title},
                       {"page", number_or_null(other.page)}});
  return {{"rank", hit.rank},
          {"score", hit.score},
          {"id", record.id},
          {"type", to_string(record.type)},
          {"edition", text_or_null(record.edition)},
          {"title", text_or_null(record.title)},
          {"page", number_or_null(record.page)},
          {"pdf_page", number_or_null(record.pdf_page)},
          {"matched_all", hit.matched_all},
          {"snippet", snippet_json(hit.snippet)},
          {"procedure", text_or_null(record.procedure)},
          {"scheme", record.scheme},
          {"office", record.office},
          {"audience", record.audience},
          {"year", record.year},
          {"fiscal_year", record.fiscal_year},
          {"need", record.need},
          {"phone", text_or_null(record.phone)},
          {"extension", record.extension},
          {"email", text_or_null(record.email)},
          {"url", text_or_null(record.url)},
          {"contacts", contacts},
          {"related", related}};
}

json query_json(const Answer& answer) {
  json expanded = json::object();
  for (const auto& expansion : answer.expanded) expanded[expansion.word] = expansion.as;
  return {{"text", answer.query},
          {"words", answer.words},
          {"expanded", expanded},
          {"corrected", answer.corrected ? json(*answer.corrected) : json(nullptr)}};
}

json facets_json(const Answer& answer) {
  json all = json::object();
  for (std::size_t i = 0; i < facet_fields.size(); ++i) {
    json counts = json::array();
    for (const auto& count : answer.facets[i])
      counts.push_back({{"value", count.value}, {"count", count.count}, {"selected", count.selected}});
    all[std::string(info(facet_fields[i]).key)] = counts;
  }
  return all;
}

json editions_json(const Answer& answer) {
  json all = json::array();
  for (const auto& edition : answer.editions)
    all.push_back({{"id", edition.id},
                   {"title", edition.title},
                   {"date", text_or_null(edition.date)},
                   {"contact", edition.contact.office.empty() ? json(nullptr) : contact_json(edition.contact)}});
  return all;
}

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string render_json(const Answer& answer) {
  json hits = json::array();
  for (const auto& hit : answer.hits) hits.push_back(hit_json(hit));
  return dump({{"format", "chiho-search/1"},
               {"query", query_json(answer)},
               {"match", answer.match == MatchMode::any ? "any" : "all"},
               {"total", answer.total},
               {"offset", answer.offset},
               {"hits", hits},
               {"facets", facets_json(answer)},
               {"suggestions", answer.suggestions},
               {"editions", editions_json(answer)}});
}

std::string render_jsonl(const Answer& answer) {
  std::string lines;
  for (const auto& hit : answer.hits) lines += dump(hit_json(hit));
  return lines;
}

}  // namespace chiho
