#include "told_lines.hpp"

#include <algorithm>
#include <map>

#include "import/labels.hpp"
#include "import/letters.hpp"
#include "import/lines.hpp"

namespace chiho::import_test {
namespace {

using namespace brochure;

class Told {
 public:
  explicit Told(const Edition& edition, const std::vector<RecordFile>& records) {
    for (const Office& office : edition.offices) {
      add(office.name, {office.name, office.phone, office.email, office.url, office.note});
      add(office.name, office.aliases);
      add(office.name, office.extension);
    }
    for (const Audience& audience : edition.audiences) {
      add(audience.name, {audience.name});
      add(audience.name, audience.aliases);
    }
    for (const RecordFile& record : records) {
      if (record.type != RecordType::scheme) continue;
      add(record.title, {record.title});
      add(record.title, record.aliases);
    }
  }

  // All that is said of the record, as a key.
  [[nodiscard]] std::string of(const RecordFile& record) const {
    std::string text = key(record.title) + "\n" + key(record.text) + "\n" + key(record.procedure) + "\n";
    for (const auto* list : {&record.aliases, &record.details, &record.captions})
      for (const std::string& one : *list) text += key(one) + "\n";
    text += key(record.url) + "\n";
    for (const auto* names : {&record.office, &record.audience, &record.scheme})
      for (const std::string& name : *names)
        if (const auto said = said_.find(name); said != said_.end()) text += said->second;
    return text;
  }

 private:
  void add(const std::string& name, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) said_[name] += key(text) + "\n";
  }
  std::map<std::string, std::string> said_;
};

// The words of a line apart from its label; of 事業例 p.10 none.
std::vector<std::string> words_of(const std::string& line) {
  std::string text = read_lines(line).empty() ? std::string() : read_lines(line).front().text;
  if (const auto label = label_of(text)) text = label->label == Label::examples ? "" : label->value;
  text = without_photo_credit(text);
  for (const std::string_view word : {"及び", "並びに", "又は", "または"})
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word))
      text.replace(at, word.size(), "、");
  std::vector<std::string> words;
  for (const std::string& word : split(text, U" \t　・、,，/／;；()（）<>＜＞【】:："))
    if (!key(word).empty()) words.push_back(key(word));
  return words;
}

}  // namespace

std::vector<std::string> untold_lines(const Imported& imported) {
  const Told told(imported.edition, imported.records);
  std::map<std::string, std::string> said;
  for (const RecordFile& record : imported.records)
    said[(record.type == RecordType::scheme ? "schemes/" : "cases/") + record.name + ".toml"] = told.of(record);
  std::vector<std::string> untold;
  for (const SourceLine& line : imported.claims.lines()) {
    if (line.use != LineUse::record) continue;
    const std::vector<std::string> words = words_of(line.text);
    const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return said[line.by].find(word) != std::string::npos;
    });
    if (!all) untold.push_back(std::to_string(line.number) + " " + line.text);
  }
  return untold;
}

}  // namespace chiho::import_test
