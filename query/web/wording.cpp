#include "query/web/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/utf8.hpp"
#include "query/search/contacts.hpp"
#include "query/show/text_writer.hpp"
#include "query/show/texts.hpp"
#include "query/web/labels.hpp"

namespace chiho::web {

namespace {

// Of a hit.
constexpr std::size_t most_values = 32;

Parameters with(Parameters parameters, const Parameters& more) {
  parameters.insert(parameters.end(), more.begin(), more.end());
  return parameters;
}

TextStyle style_of(const Reader& reader) {
  TextStyle style;
  style.lang = reader.lang;
  return style;
}

std::string printed(const std::optional<int>& page) {
  return page ? fmt::format("p.{}", *page) : "";
}

// What stands around a list stands only where it has items: {{#name_shown}}.
void set_list(Data& data, std::string_view name, std::string_view shown, std::vector<Data> list) {
  data.set(shown, !list.empty()).set(name, std::move(list));
}

// Each value of a facet leads to all that have it.
std::vector<Data> facet_links(Field facet, const std::vector<std::string>& values, const std::string& edition,
                              const Reader& reader) {
  std::vector<Data> links;
  const Parameters keep = with(edition_parameter(edition, reader), reader.keep);
  for (const auto& value : values) {
    Data link;
    link.set("text", value);
    link.set("address", Address::local("/search", with({{std::string(info(facet).key), value}}, keep)));
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

Parameters edition_parameter(const std::string& edition, const Reader& reader) {
  if (edition.empty() || std::ranges::find(reader.newest, edition) != reader.newest.end()) return {};
  return {{"edition", edition}};
}

Address record_address(const std::string& id, const Reader& reader) {
  return Address::local("/record/" + id, reader.keep);
}

Address office_address(const std::string& name, const std::string& edition, const Reader& reader) {
  return Address::local("/office/" + name, with(edition_parameter(edition, reader), reader.keep));
}

Address edition_address(const std::string& id, const Reader& reader) {
  return Address::local("/edition/" + id, reader.keep);
}

std::vector<Data> texts(const std::vector<std::string>& lines) {
  std::vector<Data> all;
  for (const auto& line : lines) all.emplace_back().set("text", line);
  return all;
}

std::vector<Data> paragraphs(const std::string& text) {
  std::vector<Data> all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) all.emplace_back().set("text", text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

std::vector<Data> marked(const Snippet& snippet) {
  std::vector<Data> parts;
  std::size_t begin = 0;
  std::size_t position = 0;
  const auto put = [&](std::size_t end, bool mark) {
    if (end > begin) parts.emplace_back().set("text", snippet.text.substr(begin, end - begin)).set("mark", mark);
    begin = end;
  };
  auto mark = snippet.highlights.begin();
  for (std::size_t at = 0; at <= snippet.text.size(); ++at) {
    const bool letter = at == snippet.text.size() || begins_letter(snippet.text[at]);
    if (!letter) continue;
    if (mark != snippet.highlights.end() && position == mark->begin) put(at, false);
    if (mark != snippet.highlights.end() && position == mark->end) {
      put(at, true);
      ++mark;
    }
    ++position;
  }
  put(snippet.text.size(), false);
  return parts;
}

Data contact_data(const ContactDetails& contact, const std::string& edition, const Reader& reader) {
  Data data;
  data.set("office", contact.office);
  data.set("office_address", office_address(contact.office, edition, reader));
  if (!contact.phone.empty()) {
    data.set("phone", contact.phone).set("phone_address", Address::phone(contact.phone));
    if (!contact.extension.empty())
      data.set("extension", said(Say::extension, reader.lang, fmt::format("{}", fmt::join(contact.extension, ","))));
  }
  if (!contact.email.empty()) data.set("email", contact.email).set("email_address", Address::mail(contact.email));
  if (!contact.url.empty()) data.set("url", contact.url).set("url_address", Address::web(contact.url));
  data.set("reachable", contact.reachable());
  data.set("page", printed(contact.page));
  return data;
}

std::vector<Data> related_data(const std::vector<Related>& related, const Reader& reader) {
  std::vector<Data> groups;
  for (auto first = related.begin(); first != related.end();) {
    std::vector<Data> items;
    auto other = first;
    for (; other != related.end() && other->type == first->type; ++other)
      items.emplace_back()
          .set("title", other->title)
          .set("address", record_address(other->id, reader))
          .set("page", printed(other->page));
    groups.emplace_back().set("label", kind_label(first->type, reader.lang)).set("items", std::move(items));
    first = other;
  }
  return groups;
}

Data edition_data(const EditionNote& edition, const Reader& reader) {
  Data data;
  const TextWriter writer(style_of(reader));
  data.set("edition_words", edition_words(writer, edition));
  data.set("edition_address", edition_address(edition.id, reader));
  if (!edition.contact.office.empty())
    data.set("general", std::vector<Data>{contact_data(edition.contact, edition.id, reader)});
  return data;
}

Data hit_data(const Hit& hit, const Metadata& metadata, const Reader& reader) {
  const Record& record = hit.record;
  const Edition* edition = metadata.edition(record.edition);
  const TextWriter writer(style_of(reader));
  Data data;
  data.values.reserve(most_values);
  data.set("id", record.id).set("address", record_address(record.id, reader));
  data.set("title", record.title.empty() ? record.id : record.title);
  data.set("kind", kind_label(record.type, reader.lang)).set("kind_key", to_string(record.type));
  data.set("page", printed(record.page));
  if (edition != nullptr && record.pdf_page) data.set("pdf", Address::pdf_page(edition->pdf, *record.pdf_page));
  set_list(data, "snippet", "snippet_shown", marked(hit.snippet));
  set_list(data, "procedure", "procedure_shown", paragraphs(record.procedure));
  bool unreachable = hit.contacts.empty();
  bool general = false;
  std::vector<Data> contacts;
  for (const auto& contact : hit.contacts) {
    contacts.push_back(contact_data(contact, record.edition, reader));
    unreachable |= !contact.reachable();
    general |= edition != nullptr && contact.office == edition->contact;
  }
  set_list(data, "contacts", "contacts_shown", std::move(contacts));
  if (unreachable && !general && record.type != RecordType::page && edition != nullptr && !edition->contact.empty())
    data.set("general", std::vector<Data>{contact_data(contact_of(edition, edition->contact), edition->id, reader)});
  data.set("related", related_data(hit.related, reader));
  set_list(data, "audience", "audience_shown", facet_links(Field::audience, record.audience, record.edition, reader));
  set_list(data, "need", "need_shown", facet_links(Field::need, record.need, record.edition, reader));
  set_list(data, "scheme", "scheme_shown", facet_links(Field::scheme, record.scheme, record.edition, reader));
  data.set("year", year_ranges(writer, record.year));
  data.set("fiscal_year", year_ranges(writer, record.fiscal_year));
  set_list(data, "paragraphs", "paragraphs_shown", paragraphs(record.text));
  if (!record.url.empty()) data.set("record_url", record.url).set("record_url_address", Address::web(record.url));
  return data;
}

}  // namespace chiho::web
