#include "query/web/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "query/search/contacts.hpp"
#include "query/show/text_writer.hpp"
#include "query/show/texts.hpp"
#include "query/web/labels.hpp"
#include "query/web/texts.hpp"

namespace chiho::web {

namespace {

Address search_by(Field facet, std::string_view value, const Reader& reader, const Parameters& more = {}) {
  Parameters parameters{{std::string(info(facet).key), std::string(value)}};
  parameters.insert(parameters.end(), more.begin(), more.end());
  parameters.insert(parameters.end(), reader.keep.begin(), reader.keep.end());
  return Address::local("/search", parameters);
}

Data need_link(const NeedLeaf& need, const Parameters& edition, const Reader& reader) {
  Data data;
  data.set("name", need.name).set("address", search_by(Field::need, need.name, reader, edition));
  data.set("count_words", said(Say::found, reader.lang, need.count));
  std::vector<std::string> pages;
  for (const int page : need.pages) pages.push_back(fmt::format("p.{}", page));
  data.set("pages", fmt::format("{}", fmt::join(pages, said(Say::comma, reader.lang))));
  return data;
}

std::vector<Data> office_links(const Edition& edition, const Reader& reader) {
  std::vector<Data> links;
  for (const Office& office : edition.offices)
    links.push_back(contact_data(contact_of(&edition, office.name), edition.id, reader));
  return links;
}

}  // namespace

Data need_tree_data(const NeedTree& tree, const Reader& reader) {
  std::vector<Data> groups;
  const Parameters edition = edition_parameter(tree.edition.id, reader);
  for (const NeedGroup& group : tree.groups) {
    std::vector<Data> needs;
    for (const NeedLeaf& need : group.needs) needs.push_back(need_link(need, edition, reader));
    groups.emplace_back().set("name", group.name).set("needs", std::move(needs));
  }
  return Data().set("title", tree.edition.title).set("groups", std::move(groups));
}

std::vector<Data> type_links(const Answer& all, const PageRequest& page, const Reader& reader) {
  std::vector<Data> links;
  const auto facet = static_cast<std::size_t>(std::ranges::find(facet_fields, Field::type) - facet_fields.begin());
  const auto& counts = all.facets[facet];
  PageRequest of_type = page;
  for (const RecordType type : record_types) {
    const auto count = std::ranges::find(counts, to_string(type), &FacetCount::value);
    if (count == counts.end() || count->count == 0) continue;
    of_type.request.filters[Field::type] = {{count->value}};
    links.emplace_back()
        .set("label", kind_label(type, reader.lang))
        .set("count", std::to_string(count->count))
        .set("address", Address::local("/search", parameters_of(of_type)));
  }
  return links;
}

void set_edition_choice(Data& data, const Metadata& metadata, const std::vector<const Edition*>& chosen,
                        const Reader& reader) {
  if (metadata.editions.size() < 2) return;
  std::vector<const Edition*> editions;
  for (const Edition& edition : metadata.editions) editions.push_back(&edition);
  std::ranges::stable_sort(editions, std::ranges::greater(), &Edition::date);
  std::vector<Data> links;
  for (const Edition* edition : editions) {
    Parameters parameters = edition_parameter(edition->id, reader);
    parameters.insert(parameters.end(), reader.keep.begin(), reader.keep.end());
    links.emplace_back()
        .set("title", edition->title)
        .set("date", date_for_people(edition->date, reader.lang))
        .set("address", Address::local("/", parameters))
        .set("is_here", std::ranges::find(chosen, edition) != chosen.end());
  }
  data.set("edition_choice_shown", true).set("edition_choice", std::move(links));
}

std::string record_counts(const Metadata& metadata, Lang lang) {
  std::vector<std::string> counts;
  for (std::size_t i = 0; i < metadata.records.size(); ++i)
    if (metadata.records[i] > 0)
      counts.push_back(said(Say::records, lang, kind_label(static_cast<RecordType>(i), lang), metadata.records[i]));
  return fmt::format("{}", fmt::join(counts, said(Say::comma, lang)));
}

std::vector<Data> edition_notes(const std::vector<const Edition*>& editions, const Reader& reader) {
  std::vector<Data> notes;
  for (const Edition* edition : editions) notes.push_back(edition_data(note_of(*edition), reader));
  return notes;
}

Data directory_data(const std::vector<const Edition*>& editions, PageRequest page, const Reader& reader) {
  Data data;
  std::vector<Data> directories = edition_notes(editions, reader);
  data.set("footer", directories);
  for (std::size_t i = 0; i < editions.size(); ++i) directories[i].set("offices", office_links(*editions[i], reader));
  data.set("title", words("edition_offices", reader.lang)).set("directories", std::move(directories));
  page.request.filters[Field::type] = {{std::string(to_string(RecordType::contact))}};
  data.set("contacts", Address::local("/search", parameters_of(page)));
  return data;
}

Data office_data(const DirectoryEntry& entry, const Reader& reader) {
  const ContactDetails& contact = entry.contact;
  Data data = contact_data(contact, entry.edition.id, reader);
  data.set("aliases", fmt::format("{}", fmt::join(entry.aliases, said(Say::comma, reader.lang))));
  data.set("note", paragraphs(entry.note));
  data.set("related", related_data(entry.charge, reader));
  if (!contact.reachable() && !entry.edition.contact.office.empty() && entry.edition.contact.office != contact.office)
    data.set("general", std::vector<Data>{contact_data(entry.edition.contact, entry.edition.id, reader)});
  return data;
}

Data no_office_data(const Answer& answer, const Reader& reader) {
  std::vector<Data> meant;
  for (const auto& name : answer.suggestions)
    meant.emplace_back().set("text", name).set("address", office_address(name, "", reader));
  std::vector<Data> editions;
  for (const EditionNote& edition : answer.editions) editions.push_back(edition_data(edition, reader));
  Data data;
  data.set("title", words("no_office", reader.lang)).set("query", answer.query).set("office", answer.query);
  data.set("suggestions", std::move(meant));
  data.set("footer", editions).set("editions", std::move(editions));
  return data;
}

void set_similar(Data& data, const Answer& similar, const Reader& reader) {
  std::vector<Data> others;
  for (const Hit& hit : similar.hits)
    others.emplace_back()
        .set("title", hit.record.title.empty() ? hit.record.id : hit.record.title)
        .set("address", record_address(hit.record.id, reader))
        .set("kind", kind_label(hit.record.type, reader.lang))
        .set("page", hit.record.page ? fmt::format("p.{}", *hit.record.page) : "");
  data.set("similar_shown", !others.empty()).set("similar", std::move(others));
}

Data edition_page_data(const Edition& edition, const Metadata& metadata, const Reader& reader) {
  Data data = edition_data(note_of(edition), reader);
  data.set("title", edition.title).set("date", date_for_people(edition.date, reader.lang));
  data.set("source", edition.source).set("id", edition.id);
  data.set("pages", fmt::format("p.{}–p.{}", edition.first_page, edition.last_page));
  if (metadata.editions.size() == 1) data.set("holds", record_counts(metadata, reader.lang));
  if (!edition.pdf.empty()) data.set("pdf_text", edition.pdf).set("pdf", Address::web(edition.pdf));
  data.set("offices", office_links(edition, reader));
  data.set("footer", std::vector<Data>{edition_data(note_of(edition), reader)});
  return data;
}

}  // namespace chiho::web
