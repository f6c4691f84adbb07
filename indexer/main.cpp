// chiho-index
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "corpus/edition_folder.hpp"
#include "corpus/jsonl.hpp"
#include "dict/charset.hpp"
#include "import/import.hpp"
#include "import/report.hpp"
#include "indexer/build.hpp"
#include "indexer/options.hpp"
#include "indexer/sources.hpp"
#include "query/generation.hpp"
#include "query/index.hpp"
#include "query/stored_document.hpp"
#include "query/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

void print_error(const std::string& line) {
  std::fputs((line + "\n").c_str(), stderr);
}

void need_arguments(const CommandLine& line, std::size_t least, std::size_t most, const Text& what) {
  if (line.arguments.size() >= least && line.arguments.size() <= most) return;
  throw Error(ErrorCode::usage,
              {fmt::format("{}: {}を指定してください。", line.command, what.ja),
               fmt::format("{} takes {}", line.command, what.en)},
              {"使い方: chiho-index --help", "See chiho-index --help"});
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in || !bytes || fs::is_directory(file))
    throw Error(ErrorCode::io,
                {fmt::format("読めません: {}", file.string()), fmt::format("cannot read {}", file.string())},
                {"ファイルの有無と権限を確かめてください。", "Check that the file exists and may be read."});
  return bytes.str();
}

std::string required(const CommandLine& line, std::string_view option) {
  if (line.has(option) && !line.value(option).empty()) return line.value(option);
  throw Error(ErrorCode::usage, {fmt::format("--{} が要ります。", option), fmt::format("--{} is needed", option)},
              {"使い方: chiho-index import --help", "See chiho-index import --help"});
}

int import(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, 1, {"冊子のテキストファイルを一つ", "one text file"});
  const std::string edition = required(line, "edition");
  const std::string output = required(line, "output");
  require_no_files(output);
  const auto corrections =
      line.has("corrections") ? read_corrections(line.value("corrections")) : std::vector<Correction>{};
  const Decoded decoded = decode(read_file(line.arguments.front()), line.value("encoding"));
  const Imported imported = import_brochure(decoded.text, edition, corrections);
  write_edition_folder(output, imported.edition, imported.records,
                       {{import_report_name, import_report(imported, lang)}});
  for (const Text& note : imported.notes) print_error(note.in(lang));
  const auto cases = std::ranges::count(imported.records, RecordType::case_study, &RecordFile::type);
  const auto reviews =
      std::ranges::count_if(imported.records, [](const RecordFile& file) { return !file.review.empty(); });
  const auto schemes = std::ssize(imported.records) - cases;
  const Text summary{fmt::format("{}: 制度 {}、事業例 {}、担当 {}（要確認 {}件: chiho-index check {}）\n", output,
                                 schemes, cases, imported.edition.offices.size(), reviews, output),
                     fmt::format("{}: {} schemes, {} cases, {} offices ({} to review: chiho-index check {})\n", output,
                                 schemes, cases, imported.edition.offices.size(), reviews, output)};
  print(summary.in(lang));
  print(import_summary(imported.claims).in(lang) +
        fmt::format(" ({})\n", (fs::path(output) / import_report_name).string()));
  return 0;
}

int check(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, SIZE_MAX, {"版のフォルダ", "edition folders"});
  std::size_t faults = 0;
  for (const auto& dir : line.arguments) {
    const EditionFolder folder = read_edition_folder(dir);
    for (const Fault& fault : folder.faults) print_error(fault.str(lang));
    const Text review{"要確認: ", "to review: "};
    for (Fault note : folder.reviews) {
      note.message = {review.ja + note.message.ja, review.en + note.message.en};
      print(note.str(lang) + "\n");
    }
    faults += folder.faults.size();
    const Text summary{fmt::format("{}: {}件、誤り{}、要確認{}\n", dir, folder.records.size(), folder.faults.size(),
                                   folder.reviews.size()),
                       fmt::format("{}: {} records, {} faults, {} to review\n", dir, folder.records.size(),
                                   folder.faults.size(), folder.reviews.size())};
    print(summary.in(lang));
  }
  return faults == 0 ? 0 : static_cast<int>(ErrorCode::corpus);
}

std::function<void(std::size_t, std::size_t)> progress_on_terminal() {
  if (::isatty(STDERR_FILENO) != 1) return [](std::size_t, std::size_t) {};
  return [](std::size_t done, std::size_t total) {
    if (done == total)
      std::fputs("\r\x1b[K", stderr);
    else if (done % 100 == 0)
      std::fputs(fmt::format("\r{} / {}", done, total).c_str(), stderr);
  };
}

void stop_build(int) {
  interrupt_build();
}

int build_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, SIZE_MAX, {"索引の元（版のフォルダか .jsonl）", "sources (edition folders, .jsonl files)"});
  std::signal(SIGINT, stop_build);
  std::signal(SIGTERM, stop_build);
  BuildRequest request;
  request.sources.assign(line.arguments.begin(), line.arguments.end());
  request.db = index_path(line.value("db"));
  request.force = line.has("force");
  request.wait = line.has("wait");
  request.progress = progress_on_terminal();
  const Analyzer analyzer;
  const Built built = build(request, analyzer);
  for (const Fault& fault : built.faults) print_error(fault.str(lang));
  if (!built.faults.empty())
    throw Error(ErrorCode::corpus,
                {fmt::format("誤りが{}件あるので索引を作りませんでした。", built.faults.size()),
                 fmt::format("{} faults; nothing was built", built.faults.size())},
                {"今までの索引はそのままです。直してもう一度どうぞ。",
                 "The index in service is untouched. Mend them and build again."});
  const Text summary =
      built.changed
          ? Text{fmt::format("{}: {}件の索引を作りました。\n", request.db.string(), built.metadata.record_count()),
                 fmt::format("{}: built, {} records\n", request.db.string(), built.metadata.record_count())}
          : Text{fmt::format("{}: 変わりはありません。\n", request.db.string()),
                 fmt::format("{}: nothing changed\n", request.db.string())};
  print(summary.in(lang));
  return 0;
}

int show_info(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, 1, {"索引のフォルダを一つ", "one index folder"});
  const Index index(line.arguments.front());
  const Metadata& metadata = index.metadata();
  const auto say = [&](const Text& label, const std::string& value) {
    print(fmt::format("{}: {}\n", label.in(lang), value));
  };
  say({"件数", "records"}, std::to_string(metadata.record_count()));
  for (std::size_t i = 0; i < metadata.records.size(); ++i)
    say({fmt::format("  {}", to_string(static_cast<RecordType>(i))),
         fmt::format("  {}", to_string(static_cast<RecordType>(i)))},
        std::to_string(metadata.records[i]));
  for (const Edition& edition : metadata.editions)
    say({"版", "edition"}, fmt::format("{}  {}  {}", edition.id, edition.title, edition.date));
  for (const Source& source : metadata.sources)
    say({"元", "source"}, fmt::format("{}  ({})  {}", source.path, source.records, source.checksum));
  say({"解析器", "analyzer"}, metadata.fingerprint);
  say({"作成", "created"}, metadata.created);
  say({"形式", "format"}, std::to_string(metadata.format));
  return 0;
}

int verify(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, 1, {"索引のフォルダを一つ", "one index folder"});
  const fs::path db = line.arguments.front();
  const Index index(db);
  const auto generations = read_generations(db);
  check_generation(db, generations->current, true);
  if (generations->previous) check_generation(db, *generations->previous, true);
  print(Text{fmt::format("{}: 異常ありません。\n", db.string()), fmt::format("{}: sound\n", db.string())}.in(lang));
  return 0;
}

int export_records(const CommandLine& line, Lang) {
  need_arguments(line, 1, 1, {"索引か版のフォルダを一つ", "one index or edition folder"});
  const fs::path path = line.arguments.front();
  if (is_edition_folder(path)) {
    const Sources sources = read_sources({path});
    if (!sources.faults.empty())
      throw Error(
          ErrorCode::corpus,
          {fmt::format("誤りがあります: {}", path.string()), fmt::format("faulty: {}", path.string())},
          {fmt::format("chiho-index check {}", path.string()), fmt::format("chiho-index check {}", path.string())});
    for (const Record& record : sources.collection.records) print(to_jsonl(record) + "\n");
    return 0;
  }
  const Index index(path);
  with_xapian(index.where(), [&] {
    for (auto posting = index.database().postlist_begin(""); posting != index.database().postlist_end(""); ++posting)
      print(to_jsonl(StoredDocument(index.database().get_document(*posting).get_data()).record()) + "\n");
  });
  return 0;
}

int run(const CommandLine& line, Lang lang) {
  if (line.has("version")) {
    print("chiho-index " CHIHO_VERSION "\n");
    return 0;
  }
  if (line.command == "import") return import(line, lang);
  if (line.command == "check") return check(line, lang);
  if (line.command == "build") return build_command(line, lang);
  if (line.command == "info") return show_info(line, lang);
  if (line.command == "verify") return verify(line, lang);
  if (line.command == "export") return export_records(line, lang);
  throw Error(
      ErrorCode::usage,
      {line.arguments.empty() ? "何をするかを指定してください。"
                              : fmt::format("知らない命令です: {}", line.arguments.front()),
       line.arguments.empty() ? "no command given" : fmt::format("unknown command: {}", line.arguments.front())},
      {"使い方: chiho-index --help", "See chiho-index --help"});
}

}  // namespace

}  // namespace chiho

int main(int argc, char** argv) {
  return chiho::run_program(chiho::index_program(), argc, argv, chiho::run);
}
