#include "indexer/sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <unordered_map>

#include "corpus/edition_folder.hpp"
#include "corpus/jsonl.hpp"
#include "indexer/documents/documents.hpp"
#include "indexer/told_editions.hpp"
#include "query/generation.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// Of the names and contents of files in a folder.
std::string files_checksum(const fs::path& dir, const std::vector<fs::path>& files) {
  std::string all;
  for (const fs::path& file : files) all += file.string() + "\n" + file_checksum(dir / file) + "\n";
  return checksum(all);
}

std::string folder_checksum(const fs::path& dir) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(dir));
  std::ranges::sort(files);
  return files_checksum(dir, files);
}

void append(Collection& to, std::vector<Record>&& records) {
  to.records.insert(to.records.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
}

// The folder that has given an edition of this id.
std::optional<std::string> folder_of_edition(const std::string& id, const Sources& sources) {
  auto edition = sources.collection.editions.begin();
  for (const Source& source : sources.sources)
    if (is_edition_folder(source.path) && (edition++)->id == id) return source.path;
  return std::nullopt;
}

Fault repeated_edition(const fs::path& dir, const std::string& id, const std::string& other) {
  const std::string first = shown(other, 1000);
  return {(dir / "edition.toml").string(),
          0,
          0,
          {fmt::format("版の id が {} と同じです: {}（別の版なら id を変え、同じ版ならどちらか一つを指定してください）",
                       first, shown(id)),
           fmt::format("the edition has the id of {}: {} (change it if they differ, or name only one of them)", first,
                       shown(id))}};
}

void read_folder(const fs::path& dir, Sources& into) {
  const std::string checksum = folder_checksum(dir);
  EditionFolder folder = read_edition_folder(dir);
  into.faults.insert(into.faults.end(), folder.faults.begin(), folder.faults.end());
  if (const auto other = folder_of_edition(folder.edition.id, into); other && !folder.edition.id.empty()) {
    into.faults.push_back(repeated_edition(dir, folder.edition.id, *other));
    folder.records.clear();  // each of them would be one more fault
  }
  into.sources.push_back({dir.string(), checksum, folder.records.size()});
  into.collection.editions.push_back(std::move(folder.edition));
  append(into.collection, std::move(folder.records));
}

void read_file(const fs::path& file, Sources& into) {
  const std::string checksum = file_checksum(file);  // first: what changes while it is read is built next time
  JsonLines lines = read_jsonl(file);
  into.sources.push_back({file.string(), checksum, lines.records.size()});
  into.faults.insert(into.faults.end(), lines.faults.begin(), lines.faults.end());
  append(into.collection, std::move(lines.records));
}

bool read_documents_folder(const fs::path& dir, Sources& into) {
  const std::vector<fs::path> files = documents_in(dir);
  if (files.empty()) return false;
  Documents documents = read_documents(dir, files);
  const std::string sum =
      documents.faults.empty() ? files_checksum(dir, files) : std::string();  // one may be unreadable
  into.sources.push_back({dir.string(), sum, documents.records.size()});
  into.faults.insert(into.faults.end(), documents.faults.begin(), documents.faults.end());
  append(into.collection, std::move(documents.records));
  return true;
}

void read_source(const fs::path& path, Sources& into) {
  if (is_edition_folder(path)) return read_folder(path, into);
  if (fs::is_directory(path) && read_documents_folder(path, into)) return;
  if (fs::is_regular_file(path) && path.extension() == ".jsonl") return read_file(path, into);
  if (!fs::exists(path))
    throw Error(ErrorCode::io,
                {fmt::format("ありません: {}", path.string()), fmt::format("no such source: {}", path.string())},
                {"版のフォルダ、文書のフォルダ、.jsonl ファイルのどれかを指定してください。",
                 "Name an edition folder, a folder of documents or a .jsonl file."});
  throw Error(
      ErrorCode::usage,
      {fmt::format("索引の元になりません: {}", path.string()), fmt::format("not a source: {}", path.string())},
      {"edition.toml のある版のフォルダ、.pdf .txt .md のあるフォルダ、.jsonl ファイルのどれかを指定してください。",
       "Name an edition folder (one with an edition.toml), a folder with .pdf, .txt or .md files, or a .jsonl file."});
}

// The same folder or file by whatever name.
void refuse_repeated_sources(const std::vector<fs::path>& paths) {
  std::set<fs::path> seen;
  for (const fs::path& path : paths) {
    std::error_code ignored;
    const fs::path whole = fs::canonical(path, ignored);
    if (whole.empty() || seen.insert(whole).second) continue;  // empty: there is none, which is said elsewhere
    throw Error(ErrorCode::usage,
                {fmt::format("同じ元が二度指定されています: {}", path.string()),
                 fmt::format("the same source is given twice: {}", path.string())},
                {"一つの元は一度だけ指定してください。", "Name each source once."});
  }
}

void find_repeated_ids(Sources& sources) {
  std::unordered_map<std::string_view, const Source*> first_of;
  auto record = sources.collection.records.cbegin();
  for (const Source& source : sources.sources) {
    for (std::uint64_t i = 0; i < source.records; ++i, ++record) {
      const Source* first = first_of.emplace(record->id, &source).first->second;
      if (first == &source) continue;
      const std::string id = shown(record->id);
      const std::string other = shown(first->path, 1000);
      sources.faults.push_back({source.path,
                                0,
                                0,
                                {fmt::format("id が {} にもあります: {}", other, id),
                                 fmt::format("the id stands in {} too: {}", other, id)}});
    }
  }
}

// An index of nothing would take the place of one that answers.
void refuse_emptiness(Sources& sources) {
  if (!sources.collection.records.empty() || !sources.faults.empty()) return;
  for (const Source& source : sources.sources)
    sources.faults.push_back({source.path, 0, 0, {"記録が一つもありません", "there is no record"}});
}

// Records of JSON Lines may tell of editions that no folder holds.
void add_told_editions(Collection& collection) {
  ToldEditions told;
  for (Record& record : collection.records) told.take(record);
  for (Edition& edition : told.editions())
    if (std::ranges::find(collection.editions, edition.id, &Edition::id) == collection.editions.end())
      collection.editions.push_back(std::move(edition));
}

}  // namespace

Sources read_sources(const std::vector<fs::path>& paths) {
  refuse_repeated_sources(paths);
  Sources sources;
  for (const fs::path& path : paths) read_source(path, sources);
  find_repeated_ids(sources);
  refuse_emptiness(sources);
  add_told_editions(sources.collection);
  return sources;
}

}  // namespace chiho
