#include "query/show/render_directory.hpp"

#include <algorithm>

#include "query/show/text_writer.hpp"

namespace chiho {

namespace {

std::string label(const TextWriter& writer, Field field) {
  return std::string(writer.lang() == Lang::ja ? info(field).ja : info(field).en);
}

void write_numbers(TextWriter& writer, const DirectoryEntry& entry) {
  const ContactDetails& contact = entry.contact;
  StyledWords phone{{contact.phone, Style::phone, true}};
  if (!contact.phone.empty() && !contact.extension.empty())
    phone.push_back({writer.say(Say::extension, fmt::format("{}", fmt::join(contact.extension, ","))), {}, true});
  writer.field(label(writer, Field::phone), phone);
  writer.field(label(writer, Field::email), contact.email);
  writer.field(label(writer, Field::url), contact.url);
  if (contact.reachable()) return;
  writer.line({{writer.say(Say::no_number_at_all)}}, writer.indent());
  if (!entry.edition.contact.office.empty() && entry.edition.contact.office != contact.office)
    writer.field(said(Say::general_contact, writer.lang()), contact_words(writer, entry.edition.contact));
}

void write_entry(TextWriter& writer, const DirectoryEntry& entry) {
  writer.line(StyledWords{{entry.contact.office, Style::title}} + page_words(entry.contact.page));
  write_numbers(writer, entry);
  writer.field(said(Say::also_called, writer.lang()), writer.join(entry.aliases));
  writer.paragraphs(entry.note);
  write_related(writer, entry.charge);
  if (!entry.record.empty()) writer.line({{entry.record, Style::faint}}, writer.indent());
  writer.blank();
}

DirectoryEntry clean(DirectoryEntry entry) {
  entry.contact = chiho::clean(std::move(entry.contact));
  entry.edition.contact = chiho::clean(std::move(entry.edition.contact));
  for (Related& other : entry.charge) other.title = for_people(other.title);
  for (std::string& alias : entry.aliases) alias = for_people(alias);
  entry.note = for_people(entry.note);
  return entry;
}

}  // namespace

std::string render_directory(const std::vector<DirectoryEntry>& entries, const TextStyle& style) {
  TextWriter writer(style);
  std::vector<std::string> editions;
  for (const auto& entry : entries) {
    write_entry(writer, clean(entry));
    const std::string edition = edition_words(writer, entry.edition);
    if (!entry.edition.id.empty() && std::ranges::find(editions, edition) == editions.end())
      editions.push_back(edition);
  }
  for (const auto& edition : editions) writer.line({{edition, Style::faint}});
  return writer.take();
}

std::vector<Row> directory_rows(const std::vector<DirectoryEntry>& entries) {
  std::vector<Row> rows{{"office", "phone", "extension", "email", "url", "page", "edition", "id"}};
  for (const DirectoryEntry& entry : entries) {
    const ContactDetails& contact = entry.contact;
    rows.push_back({contact.office, contact.phone, fmt::format("{}", fmt::join(contact.extension, ";")), contact.email,
                    contact.url, contact.page ? std::to_string(*contact.page) : "", entry.edition.id, entry.record});
  }
  return rows;
}

}  // namespace chiho
