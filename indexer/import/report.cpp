#include "import/report.hpp"

#include <algorithm>
#include <map>

namespace chiho {
namespace {

std::string run_name(const std::pair<std::size_t, std::size_t>& run) {
  return std::to_string(run.first) + (run.second > run.first ? "-" + std::to_string(run.second) : "");
}

std::string names_of(const LineNumbers& numbers, const Claims& claims) {
  std::string names;
  for (const auto& run : runs_of(numbers, claims)) names += (names.empty() ? "" : ", ") + run_name(run);
  return names;
}

std::string heading(const Text& title, std::size_t count, Lang lang) {
  return "\n# " + title.in(lang) + ": " + std::to_string(count) + "\n";
}

// Of a PDF the page too: its lines are numbered in the text that was taken out of it.
std::string line_name(std::size_t number, const SourcePages& pages, Lang lang) {
  const auto pdf_page = pages.pdf_page_of(number);
  if (!pdf_page) return std::to_string(number) + "\t";
  const std::string page = std::to_string(*pdf_page);
  return std::to_string(number) + "\t" + Text{"PDF " + page + "頁", "PDF page " + page}.in(lang) + "\t";
}

std::string unclaimed_lines(const Claims& claims, const SourcePages& pages, Lang lang) {
  std::string text = heading({"どの記録にも入らなかった行（要確認）", "Lines that no record has (to review)"},
                             claims.unclaimed().size(), lang);
  for (const SourceLine& line : claims.lines())
    if (line.use == LineUse::unclaimed) text += line_name(line.number, pages, lang) + line.text + "\n";
  return text;
}

std::string ignored_lines(const Claims& claims, const SourcePages& pages, Lang lang) {
  std::string text =
      heading({"わけあって読まなかった行", "Lines ignored, and why"}, claims.of(LineUse::ignored).size(), lang);
  for (const SourceLine& line : claims.lines())
    if (line.use == LineUse::ignored)
      text += line_name(line.number, pages, lang) + line.reason.in(lang) + "\t" + line.text + "\n";
  return text;
}

std::string correction_lines(const Imported& imported, Lang lang) {
  std::string text = heading({"訂正", "Corrections"}, imported.corrections.size(), lang);
  for (const AppliedCorrection& applied : imported.corrections) {
    const Text nowhere{"当てはまる箇所がない", "applies nowhere"};
    text += (applied.lines.empty() ? nowhere.in(lang) : names_of(applied.lines, imported.claims)) + "\t" +
            applied.correction.wrong + " → " + applied.correction.right + "\t" + applied.correction.reason + "\n";
  }
  return text;
}

// Which lines went where.
std::string claimed_lines(const Claims& claims, Lang lang) {
  std::map<std::string, LineNumbers> by_file;
  for (const SourceLine& line : claims.lines())
    if (line.use == LineUse::record) by_file[line.by].push_back(line.number);
  std::string text = heading({"行の行き先", "Where the lines went"}, by_file.size(), lang);
  const std::pair<LineUse, Text> others[] = {{LineUse::title, {"題名と日付", "title and date"}},
                                             {LineUse::contents, {"目次", "contents list"}},
                                             {LineUse::heading, {"見出し", "headings"}},
                                             {LineUse::directory, {"連絡先一覧", "directory"}}};
  for (const auto& [use, name] : others) text += name.in(lang) + "\t" + names_of(claims.of(use), claims) + "\n";
  for (const auto& [file, numbers] : by_file) text += file + "\t" + names_of(numbers, claims) + "\n";
  return text;
}

// What a PDF's lines are, for whoever looks one up or writes a correction.
std::string lines_of_pdf(const Imported& imported, Lang lang) {
  const std::vector<SourceLine>& lines = imported.claims.lines();
  if (lines.empty() || !imported.pages.pdf_page_of(lines.front().number)) return {};
  std::string text = heading({"PDF から取り出した文字", "The text taken out of the PDF"}, lines.size(), lang);
  for (const SourceLine& line : lines) text += line_name(line.number, imported.pages, lang) + line.text + "\n";
  return text;
}

}  // namespace

Text import_summary(const Claims& claims) {
  const std::string all = std::to_string(claims.lines().size());
  const std::string ignored = std::to_string(claims.of(LineUse::ignored).size());
  const std::string unclaimed = std::to_string(claims.unclaimed().size());
  return {"空行を除き " + all + " 行: 読まなかった " + ignored + "、どの記録にも入らなかった " + unclaimed,
          all + " lines that are not blank: " + ignored + " ignored, " + unclaimed + " in no record"};
}

std::string import_report(const Imported& imported, Lang lang) {
  const Edition& edition = imported.edition;
  return edition.title + " (" + edition.id + ")\n" + import_summary(imported.claims).in(lang) + "\n" +
         unclaimed_lines(imported.claims, imported.pages, lang) + ignored_lines(imported.claims, imported.pages, lang) +
         correction_lines(imported, lang) + claimed_lines(imported.claims, lang) + lines_of_pdf(imported, lang);
}

}  // namespace chiho
