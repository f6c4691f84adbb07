#include "corpus/record_files.hpp"

#include <algorithm>
#include <set>

#include "corpus/folder.hpp"
#include "corpus/formats.hpp"
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
  draft.office = reader.strings("office");
  if (draft.type == RecordType::scheme) {
    draft.audience = reader.strings("audience");
    draft.need = reader.strings("need");
    reader.refuse("scheme", {"制度の scheme はその題名です", "a scheme's scheme is its own title"});
    return;
  }
  draft.scheme = reader.strings("scheme", Presence::required);
  const Text inherited{"事業例のそれは、その制度のものです", "a case has that of its scheme"};
  reader.refuse("audience", inherited);
  reader.refuse("need", inherited);
}

void read_prose(TableReader& reader, RecordDraft& draft, FileFaults& faults) {
  draft.procedure = reader.string("procedure").value;
  draft.text = reader.string("text").value;
  draft.details = reader.strings("details");
  draft.captions = reader.strings("captions");
  const TableReader::String url = reader.string("url");
  if (!url.value.empty()) check_format(url_format, url, faults);
  draft.url = url.value;
}

RecordDraft read_draft(const TomlValue& root, RecordType type, const EditionTables& tables, FileFaults& faults,
                       FileFaults& reviews) {
  RecordDraft draft;
  draft.type = type;
  TableReader reader(root, faults);
  draft.title = reader.string("title", Presence::required);
  draft.aliases = reader.strings("aliases");
  read_pages(reader, draft, tables, faults);
  read_names(reader, draft);
  read_all_years(reader, draft, faults);
  read_prose(reader, draft, faults);
  for (const TableReader::String& note : reader.strings("review")) {
    const std::string words = shown(note.value, 1000);
    reviews.add(note.at, {words, words});
  }
  reader.report_unknown_keys();
  return draft;
}

bool is_record_file(const std::string& name, FileFaults& faults) {
  if (!name.ends_with(extension)) {
    faults.add({}, {"名前が .toml で終わっていません", "the name does not end in .toml"});
    return false;
  }
  if (!is_plain_id(name.substr(0, name.size() - extension.size()))) {
    faults.add({}, {"ファイル名に使えるのは a-z、0-9、- だけです（記録の id になります）",
                    "a file name is made of a-z, 0-9 and - (it becomes the record's id)"});
  }
  return true;
}

}  // namespace

std::string_view folder_of(RecordType type) {
  return type == RecordType::scheme ? "schemes" : "cases";
}

bool is_ignored_name(std::string_view file_name) {
  return file_name.starts_with('.') || file_name.ends_with('~');
}

std::vector<RecordDraft> read_record_files(const fs::path& dir, RecordType type, const EditionTables& tables,
                                           Faults& faults, Faults& reviews) {
  std::vector<RecordDraft> drafts;
  const fs::path folder = dir / folder_of(type);
  for (const std::string& name : names_in(folder)) {
    if (is_ignored_name(name)) continue;
    const fs::path file = folder / name;
    FileFaults here(faults, file.string());
    FileFaults notes(reviews, file.string());
    if (!is_record_file(name, here)) continue;
    const std::optional<TomlValue> root = read_toml(file, here);
    if (!root) continue;
    RecordDraft draft = read_draft(*root, type, tables, here, notes);
    draft.path = here.file();
    draft.name = name.substr(0, name.size() - extension.size());
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace chiho
