#include "import/corrections.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/toml_table_reader.hpp"

namespace chiho {
namespace {

std::string lines_of(const Faults& faults, Lang lang) {
  std::string text;
  for (const Fault& fault : faults) {
    if (!text.empty()) text += '\n';
    text += fault.str(lang);
  }
  return text;
}

// What is wrong may be cut by the end of a line, but not by a blank line. As many lines as there were are left; `lines`
// gets the numbers of those where it was.
std::string replaced(const std::string& text, std::string_view wrong, std::string_view right, LineNumbers& lines) {
  std::string joined;
  std::vector<std::size_t> places;  // of each byte of `joined` in the text
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') continue;
    joined += text[i];
    places.push_back(i);
  }
  const auto line_ends = [](std::string_view piece) {
    return static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
  };
  const std::string_view all = text;
  std::string out;
  std::size_t from = 0;
  std::size_t line = 1;
  for (std::size_t at = joined.find(wrong); at != std::string::npos; at = joined.find(wrong, at)) {
    const std::size_t begin = places[at];
    at += wrong.size();
    const std::string_view piece = all.substr(begin, places[at - 1] + 1 - begin);
    if (piece.find("\n\n") != std::string_view::npos) continue;
    line += line_ends(all.substr(from, begin - from));
    if (lines.empty() || lines.back() != line) lines.push_back(line);
    out.append(text, from, begin - from).append(right).append(line_ends(piece), '\n');
    from = begin + piece.size();
    line += line_ends(right) + line_ends(piece);
  }
  return out.append(text, from);
}

}  // namespace

std::vector<Correction> read_corrections(const std::string& file) {
  Faults faults;
  FileFaults here(faults, file);
  std::vector<Correction> corrections;
  if (const std::optional<TomlValue> root = read_toml(file, here)) {
    TableReader reader(*root, here);
    for (const TomlValue* table : reader.tables("correction")) {
      TableReader entry(*table, here);
      Correction correction;
      correction.wrong = entry.string("old", Presence::required).value;
      correction.right = entry.string("new").value;
      correction.reason = entry.string("reason", Presence::required).value;
      entry.integer("line");  // where it was seen, for people
      entry.report_unknown_keys();
      corrections.push_back(std::move(correction));
    }
    reader.report_unknown_keys();
  }
  if (!faults.empty()) {
    throw Error(ErrorCode::corpus, {lines_of(faults, Lang::ja), lines_of(faults, Lang::en)},
                {"[[correction]] ごとに old、new、reason を書きます", "each [[correction]] has old, new and reason"});
  }
  return corrections;
}

namespace brochure {

std::string corrected(std::string text, const std::vector<Correction>& corrections, Imported& imported) {
  for (const Correction& correction : corrections) {
    LineNumbers lines;
    if (!correction.wrong.empty()) text = replaced(text, correction.wrong, correction.right, lines);
    imported.corrections.push_back({correction, lines});
    if (!lines.empty()) continue;
    imported.notes.push_back(
        {"訂正「" + correction.wrong + "」→「" + correction.right + "」は、本文に当てはまる箇所がありません",
         "the correction of \"" + correction.wrong + "\" to \"" + correction.right + "\" applies nowhere in the text"});
  }
  return text;
}

}  // namespace brochure
}  // namespace chiho
