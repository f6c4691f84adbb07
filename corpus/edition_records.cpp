#include "corpus/edition_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/labelled_paragraphs.hpp"

namespace chiho {
namespace {

// Names without repeats.
class UniqueNames {
 public:
  void add(const std::string& name) {
    if (!name.empty() && seen_.insert(name).second) names_.push_back(name);
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::set<std::string> seen_;
  std::vector<std::string> names_;  // in the order in which they came
};

// A need's group says what its heading leaves out (海外展開支援（ODA活用）), so it is searched with the record.
void add_groups(std::string& text, const std::vector<std::string>& needs, const EditionTables& tables) {
  UniqueNames groups;
  for (const std::string& name : needs) {
    if (const Need* need = tables.need(name)) groups.add(need->group);
  }
  for (const std::string& group : groups.names()) add_need_group(text, group);
}

std::string text_of(const RecordDraft& draft, const std::vector<std::string>& needs, const EditionTables& tables) {
  std::string text;
  add_paragraph(text, draft.text);
  for (const auto& detail : draft.details) add_paragraph(text, detail.value);
  for (const auto& caption : draft.captions) add_paragraph(text, caption.value);
  add_aliases(text, values_of(draft.aliases));
  add_groups(text, needs, tables);
  return text;
}

std::string without_last_line_end(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// What a scheme and a case have alike.
Record common_record(const RecordDraft& draft, const EditionTables& tables, FileFaults& faults) {
  Record record;
  record.id = record_id(tables.edition, draft.type, draft.name);
  record.type = draft.type;
  record.title = draft.title.value;
  if (draft.page) record.page = draft.page->value;
  record.pdf_page = draft.pdf_page;
  record.edition = tables.edition.id;
  record.procedure = without_last_line_end(draft.procedure);
  record.office = tables.offices.resolve(draft.office, faults);
  record.year = draft.year;
  record.fiscal_year = draft.fiscal_year;
  record.url = draft.url;
  return record;
}

// The contents page lists a need with the pages of its schemes.
void check_page_of_need(const RecordDraft& draft, const TableReader::String& named, const EditionTables& tables,
                        FileFaults& faults) {
  const std::string* name = tables.needs.find(named.value);
  const Need* need = name == nullptr ? nullptr : tables.need(*name);
  if (need == nullptr || need->pages.empty() || !draft.page) return;
  if (std::find(need->pages.begin(), need->pages.end(), draft.page->value) != need->pages.end()) return;
  std::string pages;
  for (const int page : need->pages) pages += (pages.empty() ? "p." : ", p.") + std::to_string(page);
  const std::string here = "p." + std::to_string(draft.page->value);
  const std::string heading = shown(need->name);
  faults.add(named.at,
             {"頁が食い違っています: この制度は " + here + "、needs.toml の「" + heading + "」は " + pages,
              "pages disagree: this scheme is on " + here + ", but needs.toml has \"" + heading + "\" on " + pages});
}

Record scheme_record(const RecordDraft& draft, const EditionTables& tables, Faults& faults) {
  FileFaults here(faults, draft.path);
  Record record = common_record(draft, tables, here);
  record.audience = tables.audiences.resolve(draft.audience, here);
  record.need = tables.needs.resolve(draft.need, here);
  for (const auto& need : draft.need) check_page_of_need(draft, need, tables, here);
  if (!record.title.empty()) record.scheme = {record.title};
  record.text = text_of(draft, record.need, tables);
  return record;
}

class Schemes {
 public:
  void add(const RecordDraft& draft, Record record, Faults& faults) {
    FileFaults here(faults, draft.path);
    names_.add(draft.title, draft.aliases, here);
    by_title_.emplace(record.title, records_.size());
    records_.push_back(std::move(record));
  }
  [[nodiscard]] const ControlledNames& names() const { return names_; }
  [[nodiscard]] const Record& titled(const std::string& title) const { return records_[by_title_.at(title)]; }
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

 private:
  ControlledNames names_{Field::scheme};
  std::map<std::string, std::size_t> by_title_;
  std::vector<Record> records_;
};

Record case_record(const RecordDraft& draft, const EditionTables& tables, const Schemes& schemes, Faults& faults) {
  FileFaults here(faults, draft.path);
  Record record = common_record(draft, tables, here);
  record.scheme = schemes.names().resolve(draft.scheme, here);
  UniqueNames audiences;
  UniqueNames needs;
  for (const std::string& title : record.scheme) {
    const Record& scheme = schemes.titled(title);
    for (const std::string& audience : scheme.audience) audiences.add(audience);
    for (const std::string& need : scheme.need) needs.add(need);
  }
  record.audience = audiences.names();
  record.need = needs.names();
  record.text = text_of(draft, record.need, tables);
  return record;
}

Record contact_record(const Office& office, const Edition& edition) {
  Record record;
  record.id = record_id(edition, RecordType::contact, office.id);
  record.type = RecordType::contact;
  record.title = office.name;
  record.page = office.page;
  record.edition = edition.id;
  record.office = {office.name};
  record.phone = office.phone;
  record.extension = office.extension;
  record.email = office.email;
  record.url = office.url;
  add_paragraph(record.text, office.note);
  add_aliases(record.text, office.aliases);
  if (office.name == edition.contact) add_general_contact(record.text, edition.title);
  return record;
}

// Contacts stay in the order of the directory.
bool stands_before(const Record& a, const Record& b) {
  const bool contacts = a.type == RecordType::contact && b.type == RecordType::contact;
  return std::tie(a.type, a.page) < std::tie(b.type, b.page) ||
         (!contacts && std::tie(a.type, a.page) == std::tie(b.type, b.page) && a.id < b.id);
}

}  // namespace

std::string record_id(const Edition& edition, RecordType type, const std::string& name) {
  return edition.id + "/" + std::string(to_string(type)) + "/" + name;
}

std::vector<Record> edition_records(const EditionTables& tables, const std::vector<RecordDraft>& schemes,
                                    const std::vector<RecordDraft>& cases, Faults& faults) {
  Schemes known;
  for (const RecordDraft& draft : schemes) known.add(draft, scheme_record(draft, tables, faults), faults);
  std::vector<Record> records = known.records();
  for (const RecordDraft& draft : cases) records.push_back(case_record(draft, tables, known, faults));
  for (const Office& office : tables.edition.offices) {
    if (office.page) records.push_back(contact_record(office, tables.edition));
  }
  std::stable_sort(records.begin(), records.end(), stands_before);
  return records;
}

}  // namespace chiho
