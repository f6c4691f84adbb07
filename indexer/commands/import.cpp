// chiho-index import
#include "import/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "bytes/file.hpp"
#include "corpus/edition_folder.hpp"
#include "corpus/ids.hpp"
#include "dict/charset.hpp"
#include "import/report.hpp"
#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "pdf/pdf.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

std::string contents_of(const std::string& file) {
  std::string bytes = read_file(file);
  if (!bytes.empty()) return bytes;
  throw Error(ErrorCode::corpus, {fmt::format("空です: {}", file), fmt::format("empty: {}", file)},
              {"中身のあるファイルを指定してください。", "Name a file that holds something."});
}

std::string edition_id(const CommandLine& line) {
  std::string id = required(line, "edition");
  const Text wrong = fault_of_edition_id(id);
  if (wrong.empty()) return id;
  throw Error(ErrorCode::usage, {fmt::format("--edition: {}", wrong.ja), fmt::format("--edition: {}", wrong.en)},
              {"例: --edition 2018-07", "For example --edition 2018-07"});
}

std::vector<SourcePage> pages_of(const std::string& file, const std::string& encoding) {
  const std::string bytes = contents_of(file);
  const std::string extension = fs::path(file).extension().string();
  if (!is_pdf(bytes) && extension != ".pdf" && extension != ".PDF") return {{decode(bytes, encoding).text, {}, {}}};
  if (!encoding.empty())
    throw Error(ErrorCode::usage, {"PDF に --encoding は要りません", "a PDF takes no --encoding"},
                {"--encoding はテキストファイルのためのものです", "--encoding is for text files"});
  std::vector<SourcePage> pages;
  for (PdfPage& page : read_pdf(bytes, file)) pages.push_back({std::move(page.text), page.printed, page.number});
  return pages;
}

// Several files are one source, in their order; the lines of texts are counted on from file to file.
std::vector<SourcePage> source_pages(const CommandLine& line) {
  std::vector<SourcePage> pages;
  for (const std::string& file : line.arguments)
    for (SourcePage& page : pages_of(file, line.value("encoding"))) {
      if (page.pdf_page || pages.empty() || pages.back().pdf_page) {
        pages.push_back(std::move(page));
        continue;
      }
      std::string& text = pages.back().text;
      if (!text.ends_with('\n')) text += '\n';
      text += page.text;
    }
  return pages;
}

}  // namespace

int import_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, SIZE_MAX, {"冊子の PDF かテキストファイル", "the PDF or text files of a brochure"});
  const std::string edition = edition_id(line);
  const std::string output = required(line, "output");
  require_no_files(output);
  const auto corrections =
      line.has("corrections") ? read_corrections(line.value("corrections")) : std::vector<Correction>{};
  const auto pages = source_pages(line);
  const Imported imported = import_brochure(pages, edition, corrections);
  write_edition_folder(output, imported.edition, imported.records,
                       {{import_report_name, import_report(imported, lang)}});
  for (const Text& note : imported.notes) print_error(note.in(lang));
  const auto cases = std::ranges::count(imported.records, RecordType::case_study, &RecordFile::type);
  std::size_t reviews = 0;
  for (const RecordFile& file : imported.records) reviews += file.review.size();
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

}  // namespace chiho
