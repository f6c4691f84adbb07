#include "import/corrections.hpp"

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

std::string replaced(const std::string& text, std::string_view wrong, std::string_view right, bool& found) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(wrong); at != std::string::npos; at = text.find(wrong, from)) {
    out.append(text, from, at - from).append(right);
    from = at + wrong.size();
    found = true;
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

std::string corrected(std::string text, const std::vector<Correction>& corrections, std::vector<Text>& notes) {
  for (const Correction& correction : corrections) {
    bool found = false;
    if (!correction.wrong.empty()) text = replaced(text, correction.wrong, correction.right, found);
    if (found) continue;
    notes.push_back(
        {"訂正「" + correction.wrong + "」→「" + correction.right + "」は、本文に当てはまる箇所がありません",
         "the correction of \"" + correction.wrong + "\" to \"" + correction.right + "\" applies nowhere in the text"});
  }
  return text;
}

}  // namespace brochure
}  // namespace chiho
