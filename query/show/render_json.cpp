#include "query/show/render_json.hpp"

#include <algorithm>
#include <array>
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

json related_json(const std::vector<Related>& others) {
  json related = json::array();
  for (const auto& other : others)
    related.push_back({{"id", other.id},
                       {"type", to_string(other.type)},
                       {"title", other.title},
                       {"page", number_or_null(other.page)}});
  return related;
}

json snippet_json(const Snippet& snippet) {
  json highlights = json::array();
  for (const auto& highlight : snippet.highlights) highlights.push_back({highlight.begin, highlight.end});
  return {{"text", snippet.text}, {"highlights", highlights}};
}

json forms_json(const std::vector<ExplainedForm>& forms) {
  json all = json::array();
  for (const auto& form : forms) all.push_back({{"text", form.text}, {"kind", form.kind}, {"records", form.records}});
  return all;
}

json explained_json(const std::vector<ExplainedUnit>& units) {
  constexpr std::array<const char*, 4> kinds{"word", "sentence", "phrase", "excluded"};
  json all = json::array();
  for (const auto& unit : units) {
    json words = json::array();
    for (const auto& word : unit.words)
      words.push_back({{"text", word.text},
                       {"cut", word.cut},
                       {"reading", text_or_null(word.reading)},
                       {"forms", forms_json(word.forms)}});
    all.push_back({{"text", unit.text},
                   {"kind", kinds[static_cast<std::size_t>(unit.kind)]},
                   {"wish", unit.wish},
                   {"words", words},
                   {"whole", forms_json(unit.whole)}});
  }
  return {{"units", all}};
}

json explained_json(const HitExplanation& explained) {
  json parts = json::array();
  for (const auto& part : explained.parts) {
    json one{{"part", part.name}, {"score", part.score}};
    if (!part.word.empty()) one["word"] = part.word;
    if (part.measured) one["measured"] = *part.measured;
    if (part.weight) one["weight"] = *part.weight;
    parts.push_back(one);
  }
  return {{"tier", explained.tier}, {"parts", parts}};
}

json hit_json(const Hit& hit) {
  const Record& record = hit.record;
  json contacts = json::array();
  for (const auto& contact : hit.contacts) contacts.push_back(contact_json(contact));
  json all{{"rank", hit.rank},
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
           {"related", related_json(hit.related)}};
  if (hit.explained) all["explain"] = explained_json(*hit.explained);
  return all;
}

// Only the fields that were asked for, in that order.
json chosen(const Hit& hit, const JsonStyle& style) {
  json all = hit_json(hit);
  if (style.fields.empty()) return all;
  all["text"] = hit.record.text;
  json some = json::object();
  for (const auto& name : style.fields) some[name] = all.at(name);
  if (hit.explained) some["explain"] = all["explain"];
  return some;
}

json query_json(const Answer& answer, const JsonStyle& style) {
  json expanded = json::object();
  for (const auto& expansion : answer.expanded) expanded[expansion.word] = expansion.as;
  json query{{"text", answer.query},
             {"words", answer.words},
             {"expanded", expanded},
             {"corrected", answer.corrected ? json(*answer.corrected) : json(nullptr)}};
  if (style.query_id) query["id"] = *style.query_id;
  return query;
}

json facets_json(const Answer& answer, const std::vector<Field>& wanted) {
  json all = json::object();
  for (std::size_t i = 0; i < facet_fields.size(); ++i) {
    if (std::ranges::find(wanted, facet_fields[i]) == wanted.end()) continue;
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

json office_json(const DirectoryEntry& entry) {
  json office = contact_json(entry.contact);
  office["edition"] = text_or_null(entry.edition.id);
  office["id"] = text_or_null(entry.record);
  office["aliases"] = entry.aliases;
  office["note"] = text_or_null(entry.note);
  office["related"] = related_json(entry.charge);
  return office;
}

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string render_json(const Answer& answer, const JsonStyle& style) {
  json hits = json::array();
  for (const auto& hit : answer.hits) hits.push_back(chosen(hit, style));
  json all{{"format", "chiho-search/1"},
           {"query", query_json(answer, style)},
           {"match", answer.match == MatchMode::any ? "any" : "all"},
           {"total", answer.total},
           {"offset", answer.offset},
           {"hits", hits},
           {"facets", facets_json(answer, {facet_fields.begin(), facet_fields.end()})},
           {"suggestions", answer.suggestions},
           {"editions", editions_json(answer)}};
  if (!answer.missing_shards.empty()) all["missing_shards"] = answer.missing_shards;
  if (!style.fields.empty()) all["fields"] = style.fields;
  if (answer.explained) all["explain"] = explained_json(*answer.explained);
  if (style.offices != nullptr) {
    all["offices"] = json::array();
    for (const auto& entry : *style.offices) all["offices"].push_back(office_json(entry));
  }
  return dump(all);
}

std::string render_jsonl(const Answer& answer, const JsonStyle& style) {
  std::string lines;
  for (const auto& hit : answer.hits) {
    json line = json::object();
    if (style.query_id) line["query_id"] = *style.query_id;
    line.update(chosen(hit, style));
    lines += dump(line);
  }
  return lines;
}

std::string render_facets_line(const Answer& answer, const std::vector<Field>& wanted, const JsonStyle& style) {
  json line = json::object();
  if (style.query_id) line["query_id"] = *style.query_id;
  line["total"] = answer.total;
  line["facets"] = facets_json(answer, wanted);
  return dump(line);
}

std::string render_error_json(const Error& error, Lang lang) {
  return dump({{"format", "chiho-search/1"},
               {"error",
                {{"code", static_cast<int>(error.code())},
                 {"message", error.message().in(lang)},
                 {"hint", text_or_null(error.hint().in(lang))}}}});
}

std::string render_offices_jsonl(const std::vector<DirectoryEntry>& entries) {
  std::string lines;
  for (const auto& entry : entries) lines += dump(office_json(entry));
  return lines;
}

}  // namespace chiho
