#include "query/search/contacts.hpp"

#include <algorithm>

namespace chiho {

ContactDetails contact_of(const Edition* edition, std::string_view name) {
  ContactDetails contact;
  contact.office = name;
  if (edition == nullptr) return contact;
  const auto office = std::ranges::find(edition->offices, name, &Office::name);
  if (office == edition->offices.end()) return contact;
  contact.phone = office->phone;
  contact.extension = office->extension;
  contact.email = office->email;
  contact.url = office->url;
  contact.page = office->page;
  return contact;
}

std::vector<ContactDetails> contacts_of(const Metadata& metadata, const Record& record) {
  std::vector<ContactDetails> contacts;
  for (const auto& office : record.office) contacts.push_back(contact_of(metadata.edition(record.edition), office));
  return contacts;
}

EditionNote note_of(const Edition& edition) {
  return {edition.id, edition.title, edition.date,
          edition.contact.empty() ? ContactDetails{} : contact_of(&edition, edition.contact)};
}

}  // namespace chiho
