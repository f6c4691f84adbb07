#include "indexer/documents/documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "bytes/file.hpp"
#include "bytes/utf8.hpp"
#include "corpus/control_characters.hpp"
#include "corpus/ids.hpp"
#include "dict/charset.hpp"
#include "indexer/documents/aozora.hpp"
#include "indexer/documents/markdown.hpp"
#include "pdf/pdf.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

enum class Format : std::uint8_t { pdf, text, markdown };

std::optional<Format> format_of(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  if (extension == ".pdf") return Format::pdf;
  if (extension == ".txt") return Format::text;
  if (extension == ".md") return Format::markdown;
  return std::nullopt;
}

// Without blank lines at its ends, ending in '\n'; empty where nothing is said.
std::string trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == '\n' || c == ' ' || c == '\t'; };
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  const std::size_t line = text.find_last_of('\n', first);
  return std::string(text.substr(line == std::string_view::npos ? 0 : line + 1)) + "\n";
}

// The first line that says something, if it is short enough for a title.
std::string first_line(std::string_view text) {
  constexpr std::size_t longest = 80;  // letters
  const std::string from = trimmed(text);
  std::string line = from.substr(0, from.find('\n'));
  while (line.starts_with("　") || line.starts_with(" ") || line.starts_with("\t"))
    line.erase(0, line[0] == ' ' || line[0] == '\t' ? 1 : 3);
  return letter_count(line) <= longest ? line : std::string();
}

const Text save_as_utf8{"UTF-8 で保存し直すか、フォルダーから外してください",
                        "save it as UTF-8, or take it out of the folder"};

struct Page {
  int number = 1;
  std::optional<int> printed;
  std::string text;
};

struct Document {
  std::string title;
  std::vector<Page> pages;
  bool has_pages = false;
  bool is_pdf = false;
};

Document pdf_document(const std::string& bytes) {
  Document document{{}, {}, true, true};
  for (PdfPage& page : read_pdf(bytes, "")) {
    if (document.title.empty()) document.title = first_line(page.text);
    document.pages.push_back({page.number, page.printed, std::move(page.text)});
  }
  return document;
}

std::vector<std::string> cut_at_form_feeds(std::string_view text) {
  std::vector<std::string> pages;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find('\f');
    pages.emplace_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return pages;
}

Document text_document(const std::string& text) {
  Document document;
  for (const std::string& page : cut_at_form_feeds(text)) {
    WithoutMarkup read = without_aozora_markup(page);
    if (document.title.empty()) document.title = first_line(read.text);
    const std::string readings = readings_paragraph(read.readings);
    document.pages.push_back({static_cast<int>(document.pages.size()) + 1, {}, trimmed(read.text) + readings});
  }
  document.has_pages = document.pages.size() > 1;
  return document;
}

Document markdown_document(const std::string& text) {
  Document document;
  for (const std::string& page : cut_at_form_feeds(text)) {
    MarkdownText read = read_markdown(page);
    if (document.title.empty()) document.title = first_line(read.title);
    document.pages.push_back({static_cast<int>(document.pages.size()) + 1, {}, std::move(read.text)});
  }
  if (document.title.empty()) document.title = first_line(document.pages.front().text);
  document.has_pages = document.pages.size() > 1;
  return document;
}

Document read_document(const fs::path& file, Format format) {
  const std::string bytes = read_file(file);
  if (format == Format::pdf) return pdf_document(bytes);
  const std::string text = decode(bytes).text;
  return format == Format::text ? text_document(text) : markdown_document(text);
}

// Ids and messages are made of it.
bool is_sound_name(const std::string& name) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return find_invalid_utf8(name) == std::string::npos && std::none_of(name.begin(), name.end(), is_control);
}

void give_records(const Document& document, const fs::path& path, const std::function<void(Record&&)>& take) {
  const std::string name = id_of_name(path.generic_string());
  const std::string title = without_control_characters(document.title, Lines::one);
  for (const Page& page : document.pages) {
    Record record;
    record.text = trimmed(without_control_characters(page.text, Lines::several));
    if (record.text.empty()) continue;
    record.id = document.has_pages ? fmt::format("{}/{}", name, page.number) : name;
    record.title = title.empty() ? path.stem().string() : title;
    record.page = page.printed;
    if (document.is_pdf) record.pdf_page = page.number;
    take(std::move(record));
  }
}

}  // namespace

std::vector<fs::path> documents_in(const fs::path& folder) {
  std::vector<fs::path> documents;
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, failure);
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    const fs::file_status status = entry->symlink_status();
    if (hidden && fs::is_directory(status)) entry.disable_recursion_pending();
    if (!hidden && fs::is_regular_file(status) && format_of(entry->path()))
      documents.push_back(entry->path().lexically_relative(folder));
  }
  if (failure) {
    const std::string name = shown(folder.string(), 1000);
    throw Error(ErrorCode::io, {name + " の中を読めません", "cannot read all of " + name},
                {"読み取りの権限を確かめてください", "check that you may read it"});
  }
  std::sort(documents.begin(), documents.end(),
            [](const fs::path& a, const fs::path& b) { return a.generic_string() < b.generic_string(); });
  return documents;
}

Faults read_documents(const fs::path& folder, const std::vector<fs::path>& documents,
                      const std::function<void(Record&&)>& take) {
  Faults faults;
  for (const fs::path& path : documents) {
    const fs::path file = folder / path;
    if (!is_sound_name(path.string())) {
      faults.push_back({shown(file.string(), 1000),
                        0,
                        0,
                        {"ファイルの名が UTF-8 でないか、制御文字を含みます",
                         "the file's name is not UTF-8, or holds a control character"}});
      continue;
    }
    std::optional<Document> document;
    try {
      document = read_document(file, *format_of(path));
    } catch (const Error& error) {
      const bool is_pdf = *format_of(path) == Format::pdf;
      const Text hint = is_pdf && !error.hint().empty() ? error.hint() : save_as_utf8;
      const Text& what = error.message();
      faults.push_back({file.string(), 0, 0, {what.ja + "（" + hint.ja + "）", what.en + " (" + hint.en + ")"}});
    }
    if (document) give_records(*document, path, take);
  }
  return faults;
}

}  // namespace chiho
