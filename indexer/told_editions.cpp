#include "indexer/told_editions.hpp"

#include <algorithm>
#include <utility>

#include "corpus/labelled_paragraphs.hpp"
#include "query/index/metadata.hpp"

namespace chiho {

namespace {

constexpr std::string_view label = "\nこの版について: ";

bool is_date(std::string_view text) {
  return text.size() >= 7 && text[4] == '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// edition/type/ID
std::string id_in_edition(const Record& record) {
  return record.id.substr(record.id.rfind('/') + 1);  // npos + 1 is 0
}

Office office_of(const Record& contact) {
  Office office;
  office.id = id_in_edition(contact);
  office.name = contact.office.empty() ? contact.title : contact.office.front();
  office.aliases = aliases_in(contact.text);
  office.page = contact.page;
  office.phone = contact.phone;
  office.extension = contact.extension;
  office.email = contact.email;
  office.url = contact.url;
  return office;
}

void add_contact(const Record& contact, Edition& edition) {
  edition.offices.push_back(office_of(contact));
  const auto title = general_contact_in(contact.text);
  if (!title || !edition.contact.empty()) return;
  edition.contact = edition.offices.back().name;
  if (!title->empty()) edition.title = *title;
}

void add_names(const Record& record, Edition& edition) {
  for (const auto& name : record.audience)
    if (std::ranges::find(edition.audiences, name, &Audience::name) == edition.audiences.end())
      edition.audiences.push_back({name, {}, {}});
  for (const auto& name : record.need)
    if (std::ranges::find(edition.needs, name, &Need::name) == edition.needs.end())
      edition.needs.push_back({name, {}, "", {}});
  if (record.type == RecordType::contact) add_contact(record, edition);
  if (record.type == RecordType::scheme)
    edition.schemes.push_back(
        {id_in_edition(record), record.scheme.empty() ? record.title : record.scheme.front(), aliases_in(record.text)});
}

// A Japanese compound is a kind of what it ends with: 中小企業 are 企業.
void derive_broader(std::vector<Audience>& audiences) {
  for (Audience& narrow : audiences)
    for (const Audience& broad : audiences)
      if (narrow.name != broad.name && narrow.name.ends_with(broad.name)) narrow.broader.push_back(broad.name);
}

Edition named(const std::string& id) {
  Edition edition;
  edition.id = edition.title = id;
  if (is_date(id))
    edition.date = id;
  else
    edition.series = id;  // nothing says that another is newer
  return edition;
}

// `told` with what is new in `derived` behind it.
template <typename Item>
std::vector<Item> with_new(std::vector<Item> told, const std::vector<Item>& derived, std::string Item::*key) {
  for (const Item& item : derived)
    if (std::ranges::find(told, item.*key, key) == told.end()) told.push_back(item);
  return told;
}

// Without what a record stood for that is no more.
template <typename Item, typename StandsAlone>
void keep_told(std::vector<Item>& told, const std::vector<Item>& derived, StandsAlone stands_alone) {
  std::erase_if(told, [&](const Item& item) {
    return !stands_alone(item) && std::ranges::find(derived, item.id, &Item::id) == derived.end();
  });
}

Edition merged(const Edition& derived, Edition told) {
  keep_told(told.offices, derived.offices, [](const Office& office) { return !office.page; });
  keep_told(told.schemes, derived.schemes, [](const SchemeName&) { return false; });
  for (Office& office : told.offices) {
    const auto record = std::ranges::find(derived.offices, office.id, &Office::id);
    if (record == derived.offices.end()) continue;
    Office said = *record;
    said.aliases = std::move(office.aliases);
    said.note = std::move(office.note);
    office = std::move(said);
  }
  for (SchemeName& scheme : told.schemes)
    scheme.name = std::ranges::find(derived.schemes, scheme.id, &SchemeName::id)->name;
  told.offices = with_new(std::move(told.offices), derived.offices, &Office::id);
  told.schemes = with_new(std::move(told.schemes), derived.schemes, &SchemeName::id);
  told.audiences = with_new(std::move(told.audiences), derived.audiences, &Audience::name);
  told.needs = with_new(std::move(told.needs), derived.needs, &Need::name);
  if (std::ranges::find(told.offices, told.contact, &Office::name) == told.offices.end())
    told.contact = derived.contact;
  return told;
}

}  // namespace

void ToldEditions::take(Record& record) {
  if (record.edition.empty()) return;
  const auto id = [](const Told& told) -> const std::string& { return told.derived.id; };
  auto found = std::ranges::find(editions_, record.edition, id);
  if (found == editions_.end()) found = editions_.insert(editions_.end(), {named(record.edition), {}});
  const std::size_t at = record.text.rfind(label);
  if (at != std::string::npos) {
    auto rest = edition_of_json(std::string_view(record.text).substr(at + label.size()));
    if (rest && rest->id == record.edition) {
      record.text.resize(at);
      found->rest = std::move(rest);
    }
  }
  add_names(record, found->derived);
}

std::vector<Edition> ToldEditions::editions() const {
  std::vector<Edition> editions;
  for (const Told& told : editions_) {
    Edition derived = told.derived;
    derive_broader(derived.audiences);
    editions.push_back(told.rest ? merged(derived, *told.rest) : std::move(derived));
  }
  return editions;
}

Carriers::Carriers(const std::vector<Edition>& editions, const std::vector<Edition>& derived) {
  for (const Edition& edition : editions) {
    if (std::ranges::find(derived, edition) != derived.end()) continue;
    Carried carried{edition, {}, false};
    const auto contact = std::ranges::find(edition.offices, edition.contact, &Office::name);
    if (contact != edition.offices.end() && contact->page)
      carried.record = edition.id + "/" + std::string(to_string(RecordType::contact)) + "/" + contact->id;
    carried_.push_back(std::move(carried));
  }
}

void Carriers::load(Record& record) {
  const auto found = std::ranges::find_if(
      carried_, [&](const Carried& carried) { return carried.edition.id == record.edition && !carried.done; });
  if (found == carried_.end() || (!found->record.empty() && found->record != record.id)) return;
  found->done = true;
  record.text += std::string(label) + to_json(found->edition);
}

}  // namespace chiho
