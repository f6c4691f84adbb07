#include "import/unclaimed.hpp"

#include <algorithm>
#include <map>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

// No letter and no digit: a rule, a bullet without text.
bool says_nothing(std::string_view text) {
  const std::u32string all = letters_of(text);
  return std::all_of(all.begin(), all.end(), [](char32_t letter) {
    const bool ascii_word = (letter >= '0' && letter <= '9') || ((letter | 0x20U) >= 'a' && (letter | 0x20U) <= 'z');
    const bool sign = letter < 0x80 || (letter >= 0x2010 && letter <= 0x25FF) || letter == U'・' || letter == U'‣';
    return sign && !ascii_word;
  });
}

struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string beginning;  // of its first line
};

// Runs of unclaimed lines, each with the file of the record before it, else behind it; empty where there is none.
std::vector<std::pair<Run, std::string>> runs_by_record(const Claims& claims) {
  constexpr std::size_t longest = 20;  // letters
  std::vector<std::pair<Run, std::string>> runs;
  std::string record;
  std::size_t waiting = 0;  // runs before the first record
  bool in_run = false;
  for (const SourceLine& line : claims.lines()) {
    if (line.use == LineUse::record) {
      record = line.by;
      for (; waiting > 0; --waiting) runs[waiting - 1].second = record;
    }
    if (line.use != LineUse::unclaimed) {
      in_run = false;
      continue;
    }
    if (!in_run) {
      runs.push_back({{line.number, line.number, utf8_of(letters_of(line.text).substr(0, longest))}, record});
      if (record.empty()) waiting = runs.size();
    }
    in_run = true;
    runs.back().first.last = line.number;
  }
  return runs;
}

}  // namespace

std::string file_of(const RecordFile& record) {
  return (record.type == RecordType::scheme ? "schemes/" : "cases/") + record.name + ".toml";
}

void ignore_layout(Claims& claims, const Lines& lines) {
  LineNumbers rules;
  LineNumbers credits;
  auto read = lines.begin();
  for (const SourceLine& line : claims.lines()) {
    while (read != lines.end() && read->number < line.number) ++read;
    const bool was_read = read != lines.end() && read->number == line.number;
    if (!was_read && says_nothing(line.text)) rules.push_back(line.number);
    if (was_read && is_photo_credit(read->text)) credits.push_back(line.number);
  }
  claims.ignore(rules, {"罫線", "rule"});
  claims.ignore(credits, {"写真の提供者", "photo credit"});
}

void note_unclaimed(Imported& imported) {
  constexpr std::size_t most_reviews = 200;
  constexpr std::size_t most_notes = 20;
  std::map<std::string, RecordFile*> records;
  for (RecordFile& record : imported.records) records.emplace(file_of(record), &record);
  std::size_t count = 0;
  for (const auto& [run, file] : runs_by_record(imported.claims)) {
    if (count++ >= most_reviews) break;
    const Text place = imported.pages.place(run.first, run.last);
    const std::string words = "「" + run.beginning + "」";
    if (const auto record = records.find(file); record != records.end())
      record->second->review.push_back("要確認: " + place.ja + " どの記録にも入らなかった: " + words);
    if (count <= most_notes)
      imported.notes.push_back({place.ja + ": どの記録にも属さない行です", place.en + ": belong to no record"});
  }
}

}  // namespace chiho::brochure
