#include "query/search/office_records.hpp"

#include <algorithm>

#include "query/search/contacts.hpp"

namespace chiho {

namespace {

constexpr std::uint32_t all_hits = 1'000'000;

}  // namespace

std::vector<DirectoryEntry> entries_of(const Answer& answer, const Metadata& metadata) {
  std::vector<DirectoryEntry> entries;
  for (const Hit& hit : answer.hits) {
    const Record& record = hit.record;
    const Edition* edition = metadata.edition(record.edition);
    const std::string name = record.office.empty() ? record.title : record.office.front();
    ContactDetails contact{name, record.phone, record.extension, record.email, record.url, record.page};
    entries.push_back({contact, {}, "", record.id, edition == nullptr ? EditionNote() : note_of(*edition), {}});
  }
  return entries;
}

void add_charges(const Searcher& searcher, std::vector<DirectoryEntry>& entries) {
  for (DirectoryEntry& entry : entries) {
    if (entry.edition.id.empty()) continue;
    Request request;
    request.edition = entry.edition.id;
    request.filters[Field::office] = {{entry.contact.office, false}};
    request.filters[Field::type] = {{std::string(to_string(RecordType::contact)), true}};
    request.sort = SortOrder::page;
    request.limit = all_hits;
    for (const Hit& hit : searcher.search(request).hits)
      entry.charge.push_back({hit.record.id, hit.record.type, hit.record.title, hit.record.page});
    std::ranges::stable_sort(entry.charge, {}, &Related::type);
  }
}

}  // namespace chiho
