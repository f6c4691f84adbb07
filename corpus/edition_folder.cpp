#include "corpus/edition_folder.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <tuple>

#include "corpus/edition_records.hpp"
#include "corpus/edition_tables.hpp"
#include "corpus/folder.hpp"
#include "corpus/nearest.hpp"
#include "corpus/record_files.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

// Other files may lie here (a README, a report), but TOML or a folder of another name would silently be left out.
void check_names(const fs::path& dir, Faults& faults) {
  static const std::map<std::string, std::string> known{{"edition", "edition.toml"},     {"offices", "offices.toml"},
                                                        {"audiences", "audiences.toml"}, {"needs", "needs.toml"},
                                                        {"schemes", "schemes"},          {"cases", "cases"}};
  std::vector<std::string> stems;
  for (const auto& [stem, name] : known) stems.push_back(stem);
  for (const std::string& name : names_in(dir)) {
    const std::string stem = stem_of(name);
    const auto same = known.find(stem);
    if (is_ignored(dir, name) || (same != known.end() && same->second == name)) continue;
    std::vector<std::string> meant = nearest(stem, stems, 1);
    for (std::string& one : meant) one = known.at(one);
    FileFaults here(faults, (dir / name).string());
    if (meant.empty()) {
      here.add({}, {"知らない名前です（版のフォルダーの外に置いてください）", "unknown name (keep it elsewhere)"});
    } else {
      here.add({}, {"知らない名前です", "unknown name"}, did_you_mean(meant));
    }
  }
}

void check_folder(const fs::path& dir, std::string_view name, Faults& faults) {
  std::error_code ignored;
  const fs::file_status status = fs::status(dir / name, ignored);
  if (fs::exists(fs::symlink_status(dir / name, ignored)) && !fs::is_directory(status)) {
    FileFaults(faults, (dir / name).string()).add({}, {"フォルダーではありません", "not a folder"});
  }
}

void sort_by_place(Faults& faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
}

// `record` is what the draft became.
RecordFile file_of(const RecordDraft& draft, const Record& record) {
  RecordFile file;
  file.type = draft.type;
  file.name = draft.name;
  file.title = record.title;
  file.aliases = values_of(draft.aliases);
  file.page = record.page;
  file.pdf_page = record.pdf_page;
  file.office = record.office;
  if (draft.type == RecordType::case_study) {
    file.scheme = record.scheme;
  } else {
    file.audience = record.audience;
    file.need = record.need;
  }
  file.year = record.year;
  file.fiscal_year = record.fiscal_year;
  file.procedure = record.procedure;
  file.text = draft.text;
  file.details = values_of(draft.details);
  file.captions = values_of(draft.captions);
  file.url = record.url;
  return file;
}

void add_files(const std::vector<RecordDraft>& drafts, const Edition& edition, EditionFolder& folder) {
  std::map<std::string_view, const Record*> records;
  for (const Record& record : folder.records) records.emplace(record.id, &record);
  for (const RecordDraft& draft : drafts)
    folder.files.push_back(file_of(draft, *records.at(record_id(edition, draft.type, draft.name))));
}

}  // namespace

bool is_edition_folder(const fs::path& dir) {
  std::error_code ignored;
  return fs::is_regular_file(dir / "edition.toml", ignored);
}

EditionFolder read_edition_folder(const fs::path& dir) {
  std::error_code ignored;
  if (!fs::is_directory(dir, ignored)) {
    const std::string name = shown(dir.string(), 1000);
    throw Error(ErrorCode::io, {name + " というフォルダーはありません", "no such folder: " + name},
                {"版のフォルダー（edition.toml のあるもの）を指定してください",
                 "name an edition folder, one with an edition.toml"});
  }
  EditionFolder folder;
  if (!fs::exists(fs::symlink_status(dir / "edition.toml", ignored))) {
    FileFaults(folder.faults, (dir / "edition.toml").string())
        .add({}, {"edition.toml がありません（版のフォルダーではありません）",
                  "no edition.toml: this is no edition folder"});
    return folder;
  }
  check_names(dir, folder.faults);
  EditionTables tables = read_edition_tables(dir, folder.faults);
  const auto drafts = [&](RecordType type) {
    check_folder(dir, folder_of(type), folder.faults);
    return read_record_files(dir, type, tables, folder.faults, folder.reviews);
  };
  const std::vector<RecordDraft> schemes = drafts(RecordType::scheme);
  const std::vector<RecordDraft> cases = drafts(RecordType::case_study);
  folder.records = edition_records(tables, schemes, cases, folder.faults);
  add_files(schemes, tables.edition, folder);
  add_files(cases, tables.edition, folder);
  report_missed_tables(dir, tables, folder.faults);
  folder.edition = std::move(tables.edition);
  for (const RecordDraft& draft : schemes)
    folder.edition.schemes.push_back({draft.name, draft.title.value, values_of(draft.aliases)});
  sort_by_place(folder.faults);
  sort_by_place(folder.reviews);
  return folder;
}

}  // namespace chiho
