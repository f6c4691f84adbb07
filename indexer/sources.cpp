#include "indexer/sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "bytes/checksum.hpp"
#include "corpus/edition_folder.hpp"
#include "corpus/jsonl.hpp"
#include "indexer/documents/documents.hpp"
#include "indexer/seen_ids.hpp"
#include "indexer/told_editions.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

using Look = std::function<void()>;

// Of the names and contents of files in a folder.
std::string files_checksum(const fs::path& dir, const std::vector<fs::path>& files, const Look& look) {
  std::string all;
  for (const fs::path& file : files) all += file.string() + "\n" + file_checksum(dir / file, look) + "\n";
  return checksum(all);
}

std::string folder_checksum(const fs::path& dir, const Look& look) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(dir));
  std::ranges::sort(files);
  return files_checksum(dir, files, look);
}

// None where one cannot be read, which is a fault when its turn comes.
std::string documents_checksum(const fs::path& dir, const std::vector<fs::path>& documents, const Look& look) {
  try {
    return files_checksum(dir, documents, look);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::io) throw;
    return {};
  }
}

std::string source_checksum(const fs::path& path, const Look& look) {
  if (is_edition_folder(path)) return folder_checksum(path, look);
  if (fs::is_directory(path))
    if (const auto documents = documents_in(path); !documents.empty()) return documents_checksum(path, documents, look);
  if (fs::is_regular_file(path) && path.extension() == ".jsonl") return file_checksum(path, look);
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

Fault repeated_id(const std::string& id, const std::string& source, const std::string& first) {
  const std::string shown_id = shown(id);
  const std::string other = shown(first, 1000);
  return {source,
          0,
          0,
          {fmt::format("id が {} にもあります: {}", other, shown_id),
           fmt::format("the id stands in {} too: {}", other, shown_id)}};
}

// Of a file that is given in two versions every record stands twice.
constexpr std::size_t most_repeated = 1000;

Fault further_repeats(const std::string& source, std::size_t count) {
  return {source,
          0,
          0,
          {fmt::format("ほかにも{}件の id が重なっています", count), fmt::format("{} more ids stand in two", count)}};
}

// Reads one source after the other.
class Reader {
 public:
  Reader(std::vector<Source>&& found, const std::function<void(Record&&)>& give) : give_(give) {
    read_.sources = std::move(found);
  }

  Sources read() {
    for (at_ = 0; at_ < read_.sources.size(); ++at_) read_source(read_.sources[at_].path);
    add_faults(std::move(repeated_));
    if (repeats_ > most_repeated) add_faults({further_repeats(read_.sources.back().path, repeats_ - most_repeated)});
    refuse_emptiness();
    add_told_editions();
    return std::move(read_);
  }

 private:
  void read_source(const fs::path& path) {
    const auto take = [this](Record&& record) { this->take(std::move(record)); };
    if (is_edition_folder(path))
      read_folder(path);
    else if (fs::is_directory(path))
      add_faults(read_documents(path, documents_in(path), take));
    else
      add_faults(read_jsonl(path, take));
  }

  void read_folder(const fs::path& dir) {
    EditionFolder folder = read_edition_folder(dir);
    add_faults(std::move(folder.faults));
    const std::string& id = folder.edition.id;
    const auto [first, is_new] = folder_of_edition_.emplace(id, dir.string());
    if (is_new || id.empty())
      for (Record& record : folder.records) take(std::move(record));
    else
      add_faults({repeated_edition(dir, id, first->second)});  // each of its records would be one more
    read_.editions.push_back(std::move(folder.edition));
  }

  void take(Record&& record) {
    ++read_.sources[at_].records;
    if (read_.sources.size() > 1)
      if (const auto first = ids_.add(record.id, at_); first && ++repeats_ <= most_repeated)
        repeated_.push_back(repeated_id(record.id, read_.sources[at_].path, read_.sources[*first].path));
    told_.take(record);
    give_(std::move(record));
  }

  void add_faults(Faults&& faults) { std::ranges::move(faults, std::back_inserter(read_.faults)); }

  // An index of nothing would take the place of one that answers.
  void refuse_emptiness() {
    const auto is_empty = [](const Source& source) { return source.records == 0; };
    if (!read_.faults.empty() || !std::ranges::all_of(read_.sources, is_empty)) return;
    for (const Source& source : read_.sources)
      read_.faults.push_back({source.path, 0, 0, {"記録が一つもありません", "there is no record"}});
  }

  // Records of JSON Lines may tell of editions that no folder holds.
  void add_told_editions() {
    for (Edition& edition : told_.editions())
      if (std::ranges::find(read_.editions, edition.id, &Edition::id) == read_.editions.end())
        read_.editions.push_back(std::move(edition));
  }

  const std::function<void(Record&&)>& give_;
  Sources read_;
  std::size_t at_ = 0;  // the source that is read
  std::map<std::string, std::string> folder_of_edition_;
  SeenIds ids_;
  Faults repeated_;
  std::size_t repeats_ = 0;  // of ids
  ToldEditions told_;
};

}  // namespace

// Before they are read: what changes while it is read is built next time.
std::vector<Source> find_sources(const std::vector<fs::path>& paths, const Look& look) {
  refuse_repeated_sources(paths);
  std::vector<Source> found;
  for (const fs::path& path : paths) found.push_back({path.string(), source_checksum(path, look), 0});
  return found;
}

Sources read_sources(std::vector<Source> found, const std::function<void(Record&&)>& take) {
  return Reader(std::move(found), take).read();
}

}  // namespace chiho
