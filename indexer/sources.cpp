#include "indexer/sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/edition_folder.hpp"
#include "corpus/jsonl.hpp"
#include "query/generation.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// Of the names and contents of every file below.
std::string folder_checksum(const fs::path& dir) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  std::string all;
  for (const fs::path& file : files) all += file.lexically_relative(dir).string() + "\n" + file_checksum(file) + "\n";
  return checksum(all);
}

void append(Collection& to, std::vector<Record>&& records) {
  to.records.insert(to.records.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
}

void read_folder(const fs::path& dir, Sources& into) {
  EditionFolder folder = read_edition_folder(dir);
  into.sources.push_back({dir.string(), folder_checksum(dir), folder.records.size()});
  into.faults.insert(into.faults.end(), folder.faults.begin(), folder.faults.end());
  into.collection.editions.push_back(std::move(folder.edition));
  append(into.collection, std::move(folder.records));
}

void read_file(const fs::path& file, Sources& into) {
  JsonLines lines = read_jsonl(file);
  into.sources.push_back({file.string(), file_checksum(file), lines.records.size()});
  into.faults.insert(into.faults.end(), lines.faults.begin(), lines.faults.end());
  append(into.collection, std::move(lines.records));
}

void read_source(const fs::path& path, Sources& into) {
  if (is_edition_folder(path)) return read_folder(path, into);
  if (fs::is_regular_file(path) && path.extension() == ".jsonl") return read_file(path, into);
  if (!fs::exists(path))
    throw Error(ErrorCode::io,
                {fmt::format("ありません: {}", path.string()), fmt::format("no such source: {}", path.string())},
                {"版のフォルダか .jsonl ファイルを指定してください。", "Name an edition folder or a .jsonl file."});
  throw Error(ErrorCode::usage,
              {fmt::format("索引の元になりません: {}", path.string()), fmt::format("not a source: {}", path.string())},
              {"edition.toml のある版のフォルダか .jsonl ファイルを指定してください。",
               "Name an edition folder (one with an edition.toml) or a .jsonl file."});
}

void find_repeated_ids(Sources& sources) {
  std::set<std::string_view> seen;
  for (const Record& record : sources.collection.records)
    if (!seen.insert(record.id).second)
      sources.faults.push_back({"",
                                0,
                                0,
                                {fmt::format("id が二つの元にあります: {}", record.id),
                                 fmt::format("the id stands in two sources: {}", record.id)}});
}

bool is_date(std::string_view text) {
  return text.size() >= 7 && text[4] == '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

Office office_of(const Record& contact) {
  Office office;
  office.id = contact.id;
  office.name = contact.office.empty() ? contact.title : contact.office.front();
  office.page = contact.page;
  office.phone = contact.phone;
  office.extension = contact.extension;
  office.email = contact.email;
  office.url = contact.url;
  return office;
}

void add_names(const Record& record, Edition& edition) {
  for (const auto& name : record.audience)
    if (std::ranges::find(edition.audiences, name, &Audience::name) == edition.audiences.end())
      edition.audiences.push_back({name, {}, {}});
  for (const auto& name : record.need)
    if (std::ranges::find(edition.needs, name, &Need::name) == edition.needs.end())
      edition.needs.push_back({name, {}, "", {}});
  if (record.type != RecordType::contact) return;
  edition.offices.push_back(office_of(record));
  if (edition.contact.empty()) edition.contact = edition.offices.back().name;
}

// A Japanese compound is a kind of what it ends with: 中小企業 are 企業.
void derive_broader(std::vector<Audience>& audiences) {
  for (Audience& narrow : audiences)
    for (const Audience& broad : audiences)
      if (narrow.name != broad.name && narrow.name.ends_with(broad.name)) narrow.broader.push_back(broad.name);
}

// A record of JSON Lines names its edition by id alone: what else can be said of the edition is derived from that and
// from its records. The first contact is the general one.
void derive_editions(Collection& collection) {
  std::vector<Edition> derived;
  for (const Record& record : collection.records) {
    if (record.edition.empty() ||
        std::ranges::find(collection.editions, record.edition, &Edition::id) != collection.editions.end())
      continue;
    auto found = std::ranges::find(derived, record.edition, &Edition::id);
    if (found == derived.end()) {
      Edition edition;
      edition.id = edition.title = record.edition;
      if (is_date(record.edition)) edition.date = record.edition;
      found = derived.insert(derived.end(), std::move(edition));
    }
    add_names(record, *found);
  }
  for (Edition& edition : derived) derive_broader(edition.audiences);
  collection.editions.insert(collection.editions.end(), derived.begin(), derived.end());
}

}  // namespace

Sources read_sources(const std::vector<fs::path>& paths) {
  Sources sources;
  for (const fs::path& path : paths) read_source(path, sources);
  find_repeated_ids(sources);
  derive_editions(sources.collection);
  return sources;
}

}  // namespace chiho
