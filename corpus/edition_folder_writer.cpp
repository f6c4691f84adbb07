#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <random>
#include <set>
#include <system_error>

#include "corpus/edition_folder.hpp"
#include "corpus/ids.hpp"
#include "corpus/record_files.hpp"
#include "corpus/toml_writer.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

// From a PDF whose address is not known, the librarian may add it.
std::string edition_toml(const Edition& edition, bool from_pdf) {
  TomlWriter toml;
  toml.string("id", edition.id);
  toml.string("series", edition.series);
  toml.string("date", edition.date);
  toml.string("title", edition.title);
  toml.string("source", edition.source);
  if (from_pdf && edition.pdf.empty())
    toml.comment("pdf = \"https://…\"  # PDF の所在。頁へのリンクのため / its address, for links to its pages");
  toml.string("pdf", edition.pdf);
  toml.integers("pages", {edition.first_page, edition.last_page});
  toml.string("contact", edition.contact);
  return toml.text();
}

std::string offices_toml(const std::vector<Office>& offices) {
  TomlWriter toml;
  for (const Office& office : offices) {
    toml.table("office");
    toml.string("id", office.id);
    toml.string("name", office.name);
    toml.strings("aliases", office.aliases);
    if (office.page) toml.integer("page", *office.page);
    toml.string("phone", office.phone);
    toml.strings("extension", office.extension);
    toml.string("email", office.email);
    toml.string("url", office.url);
    toml.prose("note", office.note);
  }
  return toml.text();
}

std::string audiences_toml(const std::vector<Audience>& audiences) {
  TomlWriter toml;
  for (const Audience& audience : audiences) {
    toml.table("audience");
    toml.string("name", audience.name);
    toml.strings("aliases", audience.aliases);
    toml.strings("broader", audience.broader);
  }
  return toml.text();
}

std::string needs_toml(const std::vector<Need>& needs) {
  TomlWriter toml;
  for (const Need& need : needs) {
    toml.table("need");
    toml.string("name", need.name);
    toml.strings("aliases", need.aliases);
    toml.string("group", need.group);
    toml.integers("pages", need.pages);
  }
  return toml.text();
}

std::string record_toml(const RecordFile& record) {
  TomlWriter toml;
  toml.string("title", record.title);
  toml.strings("aliases", record.aliases);
  if (record.page) toml.integer("page", *record.page);
  if (record.pdf_page) toml.integer("pdf_page", *record.pdf_page);
  if (record.type == RecordType::case_study) toml.strings("scheme", record.scheme);
  toml.strings("office", record.office);
  if (record.type == RecordType::scheme) {
    toml.strings("audience", record.audience);
    toml.strings("need", record.need);
  }
  toml.integers("year", record.year);
  toml.integers("fiscal_year", record.fiscal_year);
  toml.prose("procedure", record.procedure);
  toml.prose("text", record.text);
  toml.strings("details", record.details);
  toml.strings("captions", record.captions);
  toml.string("url", record.url);
  toml.strings("review", record.review);
  return toml.text();
}

[[noreturn]] void fail_to_write(const fs::path& path, const std::error_code& failure) {
  const std::string name = shown(path.string(), 1000);
  const bool full = failure == std::errc::no_space_on_device;
  throw Error(ErrorCode::io, {name + " に書けません", "cannot write " + name},
              full ? Text{"ディスクに空きがありません", "the disk is full"}
                   : Text{"書き込みの権限とディスクの空きを確かめてください",
                          "check that you may write there, and the space left"});
}

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) fail_to_write(file, {errno, std::generic_category()});
}

void make_folder(const fs::path& dir) {
  std::error_code failure;
  fs::create_directories(dir, failure);
  if (failure) fail_to_write(dir, failure);
}

[[noreturn]] void refuse_existing(const fs::path& dir) {
  const std::string name = shown(dir.string(), 1000);
  throw Error(ErrorCode::usage, {name + " にはすでにファイルがあります", name + " has files already"},
              {"人が直したものを上書きすることはありません。新しいフォルダーを指定してください",
               "reviewed edits are never overwritten: name a new folder"});
}

void refuse_bad_names(const std::vector<RecordFile>& records) {
  std::set<std::pair<RecordType, std::string>> names;
  for (const RecordFile& record : records) {
    const bool has_folder = record.type == RecordType::scheme || record.type == RecordType::case_study;
    if (has_folder && is_plain_id(record.name) && names.emplace(record.type, record.name).second) continue;
    const std::string name = shown(record.name);
    throw Error(
        ErrorCode::corpus,
        {"記録のファイル名にできません: 「" + name + "」", "no name for a record's file: \"" + name + "\""},
        {"a-z、0-9、- からなる、重複のない名前が要ります", "it takes a name of its own made of a-z, 0-9 and -"});
  }
}

// A folder beside `dir` that becomes it when all is written, and goes when that fails.
class NewFolder {
 public:
  explicit NewFolder(const fs::path& dir) : dir_(dir) {
    std::random_device random;
    for (int tries = 0; tries < 100; ++tries) {
      std::string name(".");
      name.append(dir.filename().string()).append(".").append(std::to_string(random())).append(".tmp");
      path_ = dir.parent_path() / name;
      std::error_code failure;
      if (fs::create_directory(path_, failure)) return;
      if (failure) fail_to_write(dir, failure);
    }
    fail_to_write(dir, std::make_error_code(std::errc::file_exists));
  }
  ~NewFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

  // rename() replaces an empty folder, and refuses one that got files meanwhile.
  void publish() const {
    if (std::rename(path_.c_str(), dir_.c_str()) == 0) return;
    const std::error_code failure(errno, std::generic_category());
    if (failure == std::errc::directory_not_empty || failure == std::errc::file_exists) refuse_existing(dir_);
    fail_to_write(dir_, failure);
  }

 private:
  fs::path dir_;
  fs::path path_;
};

// Absolute, links followed, without a slash at the end: a name that rename() takes.
fs::path target_of(const fs::path& dir) {
  std::error_code failure;
  fs::path target = fs::weakly_canonical(fs::absolute(dir, failure), failure);
  if (failure) fail_to_write(dir, failure);
  return target.has_filename() ? target : target.parent_path();
}

void write_all(const fs::path& dir, const Edition& edition, const std::vector<RecordFile>& records) {
  const bool from_pdf =
      std::ranges::any_of(records, [](const RecordFile& record) { return record.pdf_page.has_value(); });
  write_file(dir / "edition.toml", edition_toml(edition, from_pdf));
  write_file(dir / "offices.toml", offices_toml(edition.offices));
  write_file(dir / "audiences.toml", audiences_toml(edition.audiences));
  write_file(dir / "needs.toml", needs_toml(edition.needs));
  for (const RecordType type : {RecordType::scheme, RecordType::case_study}) make_folder(dir / folder_of(type));
  for (const RecordFile& record : records) {
    write_file(dir / folder_of(record.type) / (record.name + ".toml"), record_toml(record));
  }
}

}  // namespace

void require_no_files(const fs::path& dir) {
  const fs::path target = target_of(dir);
  std::error_code ignored;
  const bool exists = fs::exists(fs::symlink_status(target, ignored));
  if (exists && !(fs::is_directory(target, ignored) && fs::is_empty(target, ignored))) refuse_existing(dir);
}

void write_edition_folder(const fs::path& dir, const Edition& edition, const std::vector<RecordFile>& records,
                          const std::map<std::string, std::string>& notes) {
  refuse_bad_names(records);
  require_no_files(dir);
  const fs::path target = target_of(dir);
  make_folder(target.parent_path());
  const NewFolder folder(target);
  write_all(folder.path(), edition, records);
  for (const auto& [name, text] : notes) write_file(folder.path() / name, text);
  folder.publish();
}

}  // namespace chiho
