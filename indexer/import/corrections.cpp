#include "import/corrections.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

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

// `lines` gets the numbers of those where it was.
std::string replaced(const std::string& text, std::string_view wrong, std::string_view right, LineNumbers& lines) {
  std::string out;
  std::size_t from = 0;
  std::size_t line = 1;
  for (std::size_t at = text.find(wrong); at != std::string::npos; at = text.find(wrong, from)) {
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                                                text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    if (lines.empty() || lines.back() != line) lines.push_back(line);
    out.append(text, from, at - from).append(right);
    from = at + wrong.size();
    line += static_cast<std::size_t>(std::count(right.begin(), right.end(), '\n'));
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
