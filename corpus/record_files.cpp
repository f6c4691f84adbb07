#include "corpus/record_files.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "corpus/folder.hpp"
#include "corpus/formats.hpp"
#include "corpus/ids.hpp"
#include "corpus/printed_dates.hpp"
#include "corpus/toml_file.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

constexpr int first_year = 1868;
constexpr int last_year = 2200;
constexpr std::string_view extension = ".toml";

// Ascending, without repeats.
std::vector<Located<int>> read_years(TableReader& reader, std::string_view key, FileFaults& faults) {
  std::vector<Located<int>> years = reader.integers(key);
  for (const Located<int>& year : years) {
    if (year.value >= first_year && year.value <= last_year) continue;
    const std::string range = std::to_string(first_year) + "-" + std::to_string(last_year);
    const std::string number = std::to_string(year.value);
    faults.add(year.at, {"年として正しくありません: " + number + "（西暦 " + range + "）",
                         "not a year: " + number + " (" + range + ")"});
  }
  const auto less = [](const Located<int>& a, const Located<int>& b) { return a.value < b.value; };
  const auto same = [](const Located<int>& a, const Located<int>& b) { return a.value == b.value; };
  std::stable_sort(years.begin(), years.end(), less);
  years.erase(std::unique(years.begin(), years.end(), same), years.end());
  return years;
}

// Fiscal year 2017 runs from April 2017 to March 2018: it has a day in common with 2017 and 2018 alone.
void check_fiscal_years(const std::vector<Located<int>>& fiscal, const std::set<int>& calendar, FileFaults& faults) {
  for (const Located<int>& year : fiscal) {
    if (calendar.contains(year.value) || calendar.contains(year.value + 1)) continue;
    const std::string number = std::to_string(year.value);
    faults.add(
        year.at,
        {"fiscal_year の " + number + " 年度（" + number + " 年 4 月から翌年 3 月）に当たる年が year にありません",
         "fiscal_year " + number + " (April " + number + " to March) has no day in any year of `year`"});
  }
}

void read_all_years(TableReader& reader, RecordDraft& draft, FileFaults& faults) {
  for (const Located<int>& year : read_years(reader, "year", faults)) draft.year.push_back(year.value);
  const std::vector<Located<int>> fiscal = read_years(reader, "fiscal_year", faults);
  for (const Located<int>& year : fiscal) draft.fiscal_year.push_back(year.value);
  check_fiscal_years(fiscal, {draft.year.begin(), draft.year.end()}, faults);
}

void read_pages(TableReader& reader, RecordDraft& draft, const EditionTables& tables, FileFaults& faults) {
  draft.page = reader.integer("page", Presence::required);
  if (draft.page) check_page(*draft.page, tables, faults);
  const std::optional<Located<int>> pdf_page = reader.integer("pdf_page");
  if (!pdf_page) return;
  draft.pdf_page = pdf_page->value;
  if (pdf_page->value < 1) faults.add(pdf_page->at, {"pdf_page は 1 からです", "pdf_page counts from 1"});
}

void read_names(TableReader& reader, RecordDraft& draft) {
  draft.office = reader.line_list("office");
  if (draft.type == RecordType::scheme) {
    draft.audience = reader.line_list("audience");
    draft.need = reader.line_list("need");
    reader.refuse("scheme", {"制度の scheme はその題名です", "a scheme's scheme is its own title"});
    return;
  }
  draft.scheme = reader.line_list("scheme", Presence::required);
  const Text inherited{"事業例のそれは、その制度のものです", "a case has that of its scheme"};
  reader.refuse("audience", inherited);
  reader.refuse("need", inherited);
}

void read_prose(TableReader& reader, RecordDraft& draft, FileFaults& faults) {
  draft.procedure = reader.prose("procedure").value;
  draft.text = reader.prose("text").value;
  draft.details = reader.line_list("details");
  for (const TableReader::String& detail : draft.details) check_printed_dates(detail, faults);
  draft.captions = reader.line_list("captions");
  const TableReader::String url = reader.string("url");
  if (!url.value.empty()) check_format(url_format, url, faults);
  draft.url = url.value;
}

// A note may say what it is, as those of an import do; whoever shows it says that again.
std::string_view without_mark(std::string_view note) {
  constexpr std::string_view mark = "要確認:";
  if (!note.starts_with(mark)) return note;
  note.remove_prefix(mark.size());
  return note.substr(std::min(note.find_first_not_of(' '), note.size()));
}

RecordDraft read_draft(const TomlValue& root, RecordType type, const EditionTables& tables, FileFaults& faults,
                       FileFaults& reviews) {
  RecordDraft draft;
  draft.type = type;
  TableReader reader(root, faults);
  draft.title = reader.line("title", Presence::required);
  draft.aliases = reader.line_list("aliases");
  read_pages(reader, draft, tables, faults);
  read_names(reader, draft);
  read_all_years(reader, draft, faults);
  read_prose(reader, draft, faults);
  for (const TableReader::String& note : reader.strings("review")) {
    const std::string words = shown(without_mark(note.value), 1000);
    reviews.add(note.at, {words, words});
  }
  reader.report_unknown_keys();
  return draft;
}

bool is_record_file(const fs::path& file, FileFaults& faults) {
  std::error_code ignored;
  const std::string name = file.filename().string();
  if (fs::is_directory(file, ignored) && stem_of(name) == name) {
    faults.add({}, {"ここにフォルダーは置けません（記録は一つのファイルです）",
                    "no folder belongs here (a record is one file)"});
    return false;
  }
  if (!name.ends_with(extension) || !is_plain_id(stem_of(name))) {
    faults.add({}, {"ファイル名に使えるのは a-z、0-9、- だけです（記録の id になります）",
                    "a file name is made of a-z, 0-9 and - (it becomes the record's id)"});
  }
  return true;
}

}  // namespace

std::string_view folder_of(RecordType type) {
  return type == RecordType::scheme ? "schemes" : "cases";
}

std::vector<RecordDraft> read_record_files(const fs::path& dir, RecordType type, const EditionTables& tables,
                                           Faults& faults, Faults& reviews) {
  std::vector<RecordDraft> drafts;
  const fs::path folder = dir / folder_of(type);
  for (const std::string& name : names_in(folder)) {
    if (is_ignored(folder, name)) continue;
    const fs::path file = folder / name;
    FileFaults here(faults, file.string());
    FileFaults notes(reviews, file.string());
    if (!is_record_file(file, here)) continue;
    const std::optional<TomlValue> root = read_toml(file, here);
    if (!root) continue;
    RecordDraft draft = read_draft(*root, type, tables, here, notes);
    draft.path = here.file();
    draft.name = stem_of(name);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace chiho
