#include "indexer/dictionaries.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "bytes/compression.hpp"
#include "corpus/passages.hpp"

namespace chiho {

namespace {

constexpr std::size_t most_samples = 1000;
constexpr std::size_t most_cut = 400;
constexpr std::size_t longest_sample = 4096;  // bytes

// A dictionary is to take little beside what it saves.
constexpr std::size_t text_share = 256;
constexpr std::size_t largest = 1U << 18U;
constexpr std::size_t smallest = 4096;
constexpr std::size_t cuts_size = 4096;

std::vector<const Record*> every(std::span<const Record> records, std::size_t most) {
  std::vector<const Record*> chosen;
  for (std::size_t i = 0; i < records.size(); i += records.size() / most + 1) chosen.push_back(&records[i]);
  return chosen;
}

std::string_view beginning(const std::string& text) {
  return std::string_view(text).substr(0, longest_sample);
}

}  // namespace

DocumentDictionaries dictionaries_for(std::span<const Record> records, const Analyzer& analyzer, std::launch beside) {
  std::size_t bytes = 0;
  for (const Record& record : records) bytes += record.text.size();
  const std::size_t size = std::min(bytes / text_share, largest);
  if (size < smallest) return {};
  std::vector<std::string> texts;
  for (const Record* record : every(records, most_samples)) texts.push_back(folded(beginning(record->text)));
  auto of_cuts = std::async(beside, [&] {
    std::vector<std::string> cuts;
    for (const Record* record : every(records, most_cut)) {
      DocumentWriter document;
      document.add(Field::text, analyzer.analyze(beginning(record->text)));
      cuts.push_back(document.cuts());
    }
    return dictionary_of(cuts, cuts_size);
  });
  std::string of_texts = dictionary_of(texts, size);
  return {std::move(of_texts), of_cuts.get()};
}

}  // namespace chiho
