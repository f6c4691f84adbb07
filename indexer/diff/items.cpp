#include "indexer/diff/items.hpp"

#include <map>

namespace chiho {

namespace {

std::vector<std::string> one(const std::string& value) {
  if (value.empty()) return {};
  return {value};
}

std::vector<std::string> digits(const std::vector<int>& numbers) {
  std::vector<std::string> texts;
  for (const int number : numbers) texts.push_back(std::to_string(number));
  return texts;
}

std::vector<std::string> digits(std::optional<int> number) {
  return number ? digits(std::vector{*number}) : std::vector<std::string>{};
}

ItemField value(std::string_view key, const std::string& text) {
  return {key, FieldForm::value, one(text), {}};
}
ItemField number(std::string_view key, std::optional<int> number) {
  return {key, FieldForm::value, digits(number), {}};
}
ItemField list(std::string_view key, const std::vector<std::string>& values,
               std::optional<ItemKind> names = std::nullopt) {
  return {key, FieldForm::list, values, names};
}
ItemField prose(std::string_view key, const std::string& text) {
  return {key, FieldForm::prose, one(text), {}};
}
ItemField prose(std::string_view key, const std::vector<std::string>& lines) {
  return {key, FieldForm::prose, lines, {}};
}

Item item_of(const Office& office) {
  Item item{ItemKind::office, office.id, office.name, "", "", {}};
  item.evidence = office.phone.empty() ? office.email : office.phone;
  for (const std::string& extension : office.extension) item.evidence += " " + extension;
  item.fields = {value("phone", office.phone), list("extension", office.extension), value("email", office.email),
                 value("url", office.url),     number("page", office.page),         list("aliases", office.aliases),
                 prose("note", office.note)};
  return item;
}

Item item_of(const RecordFile& record) {
  const bool scheme = record.type == RecordType::scheme;
  Item item{scheme ? ItemKind::scheme : ItemKind::case_study, record.name, record.title, "", "", {}};
  item.contents = record.procedure + record.text;
  for (const auto& lines : {record.details, record.captions})
    for (const std::string& line : lines) item.contents += line;
  item.fields = {prose("procedure", record.procedure),
                 list("audience", record.audience, ItemKind::audience),
                 list("office", record.office, ItemKind::office),
                 list("need", record.need, ItemKind::need),
                 list("scheme", record.scheme, ItemKind::scheme),
                 list("year", digits(record.year)),
                 list("fiscal_year", digits(record.fiscal_year)),
                 value("url", record.url),
                 list("aliases", record.aliases),
                 prose("text", record.text),
                 prose("details", record.details),
                 prose("captions", record.captions),
                 number("page", record.page),
                 number("pdf_page", record.pdf_page)};
  return item;
}

// By name: the schemes whose list holds it.
using Holders = std::map<std::string, std::string>;

Holders holders_of(const std::vector<RecordFile>& files, std::vector<std::string> RecordFile::*names) {
  Holders holders;
  for (const RecordFile& file : files)
    for (const std::string& name : file.*names) holders[name] += file.name + " ";
  return holders;
}

std::string holders_of(const std::string& name, const Holders& holders) {
  const auto found = holders.find(name);
  return found == holders.end() ? "" : found->second;
}

Item item_of(const Need& need, const Holders& holders) {
  Item item{ItemKind::need, "", need.name, "", holders_of(need.name, holders), {}};
  item.fields = {value("group", need.group), list("aliases", need.aliases), list("pages", digits(need.pages))};
  return item;
}

Item item_of(const Audience& audience, const Holders& holders) {
  Item item{ItemKind::audience, "", audience.name, "", holders_of(audience.name, holders), {}};
  item.fields = {list("broader", audience.broader, ItemKind::audience), list("aliases", audience.aliases)};
  return item;
}

// The id is what the edition is called by, not what it says.
Item item_of(const Edition& edition) {
  Item item{ItemKind::edition, "", edition.title, "", "", {}};
  item.fields = {value("date", edition.date),     {"contact", FieldForm::value, one(edition.contact), ItemKind::office},
                 value("series", edition.series), value("pdf", edition.pdf),
                 prose("source", edition.source), list("pages", digits({edition.first_page, edition.last_page}))};
  return item;
}

}  // namespace

std::vector<Item> items_of(const EditionFolder& folder) {
  std::vector<Item> items;
  for (const Office& office : folder.edition.offices) items.push_back(item_of(office));
  for (const RecordFile& file : folder.files) items.push_back(item_of(file));
  const Holders needs = holders_of(folder.files, &RecordFile::need);
  const Holders audiences = holders_of(folder.files, &RecordFile::audience);
  for (const Need& need : folder.edition.needs) items.push_back(item_of(need, needs));
  for (const Audience& audience : folder.edition.audiences) items.push_back(item_of(audience, audiences));
  items.push_back(item_of(folder.edition));
  return items;
}

}  // namespace chiho
