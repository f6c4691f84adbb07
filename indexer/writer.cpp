#include "indexer/writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/utf8.hpp"
#include "corpus/passages.hpp"
#include "corpus/schema.hpp"
#include "dict/ngrams.hpp"
#include "dict/okurigana.hpp"
#include "dict/readings.hpp"
#include "dict/told_readings.hpp"
#include "query/stored_document.hpp"
#include "query/terms.hpp"
#include "query/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// A word in a title says more of a record than one in its text.
constexpr Xapian::termcount title_weight = 2;

// The longest part of a compound that can be found by its reading, in tokens.
constexpr std::uint32_t longest_reading = 5;

// Words of which a part may be a word, and such parts, in letters.
constexpr std::size_t longest_parted = 8;
constexpr std::size_t shortest_part = 2;
// ボランテ is no word, nor is the ハン of ハンド: in kana a part must be known, and have some length.
constexpr std::size_t shortest_kana_part = 3;

std::string slice(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
  const auto begin = analysis.tokens[first].offset;
  const auto end = analysis.tokens[last].offset + analysis.tokens[last].length;
  return analysis.folded.text.substr(begin, end - begin);
}

std::string as_lines(const std::set<std::string>& words) {
  std::string lines;
  for (const auto& word : words) lines += word + "\n";
  return lines;
}

// Broader audiences are found by their narrower ones: the audience itself and all above it.
std::set<std::string> with_broader(const std::vector<std::string>& names, const Edition* edition) {
  std::set<std::string> all(names.begin(), names.end());
  if (edition == nullptr) return all;
  std::vector<std::string> open(names);
  while (!open.empty()) {
    const auto audience = std::ranges::find(edition->audiences, open.back(), &Audience::name);
    open.pop_back();
    if (audience == edition->audiences.end()) continue;
    for (const auto& broader : audience->broader)
      if (all.insert(broader).second) open.push_back(broader);
  }
  return all;
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& folder, const Analyzer& analyzer, const std::vector<Edition>& editions)
    : folder_(folder), analyzer_(analyzer), editions_(editions) {
  with_xapian_writing(folder.string(), [&] {
    database_ = Xapian::WritableDatabase(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  });
}

void IndexWriter::add(const Record& record) {
  Xapian::Document document;
  DocumentWriter stored;
  for (const Passage& passage : passages(record)) {
    const Analysis analysis = analyzer_.analyze(passage.text);
    add_terms(document, analysis, passage.field == Field::title ? title_weight : 1);
    add_joined_katakana(document, analysis);
    add_readings(analysis);
    add_told_readings(passage.text);
    stored.add(passage.field, analysis);
  }
  add_filters(document, record);
  if (record.type == RecordType::contact) add_contact_keys(document, record);
  document.add_boolean_term(filter_term(Field::id, record.id));
  document.set_data(stored.data(record));
  ++counted_.records[static_cast<std::size_t>(record.type)];
  with_xapian_writing(folder_.string(), [&] { database_.add_document(document); });
}

void IndexWriter::add_terms(Xapian::Document& document, const Analysis& analysis, Xapian::termcount weight) {
  for (const Token& token : analysis.tokens)
    if (token.content) document.add_term(word_term(token.term), weight);
  for (const Compound& compound : analysis.compounds) document.add_term(compound_term(compound.term), weight);
  const Ngrams grams = ngrams(analysis.folded.text);
  for (const auto& letter : grams.unigrams) document.add_term(gram_term(letter));
  for (const auto& letters : grams.bigrams) document.add_term(gram_term(letters), weight);
}

void IndexWriter::add_told_readings(const std::string& text) {
  for (const ToldReading& told : told_readings(text))
    if (const std::string kana = folded(told.reading); is_kana(kana))
      readings_[reading_key(kana)].insert(folded(told.word));
}

// Every noun, and every part of a compound, under its reading.
void IndexWriter::add_readings(const Analysis& analysis) {
  const auto add = [&](std::uint32_t first, std::uint32_t last) {
    std::string reading;
    for (std::uint32_t i = first; i <= last; ++i) {
      if (analysis.tokens[i].reading.empty()) return;
      reading += analysis.tokens[i].reading;
    }
    readings_[reading_key(reading)].insert(slice(analysis, first, last));
  };
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    if (analysis.tokens[i].word_class == WordClass::predicate) add_predicate(analysis, analysis.tokens[i]);
    if (analysis.tokens[i].word_class != WordClass::noun) continue;
    add(i, i);
    add_part_readings(slice(analysis, i, i), analysis.tokens[i].reading);
  }
  for (const Compound& compound : analysis.compounds)
    for (std::uint32_t first = compound.first; first < compound.last; ++first)
      for (std::uint32_t last = first + 1; last <= compound.last && last - first < longest_reading; ++last)
        add(first, last);
}

// A predicate in its base form, under its own reading and that of the noun that its stem is.
void IndexWriter::add_predicate(const Analysis& analysis, const Token& token) {
  if (!token.content || kanji_of(token.term).empty()) return;
  const std::string surface = analysis.folded.text.substr(token.offset, token.length);
  if (!predicates_seen_.insert(surface + '\n' + token.term).second) return;
  const std::string reading = base_reading(surface, token.reading, token.term);
  if (reading.empty()) return;
  predicates_[reading_key(reading)].insert(token.term);
  for (const auto& stem : stem_readings(token.term, reading)) predicates_[reading_key(stem)].insert(token.term);
}

// The dictionary keeps 上水道 whole: where what a word begins or ends with is a word by itself, and sounds the same
// there, it is found by that reading too.
void IndexWriter::add_part_readings(const std::string& word, const std::string& reading) {
  if (reading.empty() || !parted_.insert(word).second) return;
  std::vector<std::size_t> starts;  // of letters, and the end
  for (std::size_t i = 0; i <= word.size(); ++i)
    if (i == word.size() || (static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  const std::size_t letters = starts.size() - 1;
  if (letters > longest_parted) return;
  const auto add = [&](const std::string& part, bool first) {
    const Analysis analysis = analyzer_.analyze(part);
    if (analysis.tokens.size() != 1 || analysis.tokens[0].word_class != WordClass::noun) return;
    const bool guess = !analysis.tokens[0].known || letter_count(part) < shortest_kana_part;
    if (guess && is_kana(part)) return;
    const std::string& sound = analysis.tokens[0].reading;
    if (!sound.empty() && (first ? reading.starts_with(sound) : reading.ends_with(sound)))
      readings_[reading_key(sound)].insert(part);
  };
  for (std::size_t cut = 1; cut < letters; ++cut) {
    if (cut >= shortest_part) add(word.substr(0, starts[cut]), true);
    if (letters - cut >= shortest_part) add(word.substr(starts[cut]), false);
  }
}

// ジャパン・ハウス is also written ジャパンハウス.
void IndexWriter::add_joined_katakana(Xapian::Document& document, const Analysis& analysis) {
  const std::string& text = analysis.folded.text;
  std::string joined;
  std::size_t parts = 0;
  for (const Token& token : analysis.tokens) {
    const std::string letters = text.substr(token.offset, token.length);
    if (letters == "・" && parts > 0) continue;
    if (is_kana(letters) && token.word_class == WordClass::noun) {
      joined += letters;
      ++parts;
      continue;
    }
    if (parts > 1) document.add_term(compound_term(joined));
    joined.clear();
    parts = 0;
  }
  if (parts > 1) document.add_term(compound_term(joined));
}

void IndexWriter::add_filters(Xapian::Document& document, const Record& record) {
  const auto edition = std::ranges::find(editions_, record.edition, &Edition::id);
  for (const FieldInfo& field : fields) {
    if (field.prefix.empty() || field.field == Field::id) continue;
    const auto listed = values(record, field.field);
    std::set<std::string> all(listed.begin(), listed.end());
    if (field.field == Field::audience) all = with_broader(listed, edition == editions_.end() ? nullptr : &*edition);
    if (field.field == Field::edition && all.empty()) all.insert("");
    for (const auto& value : all) document.add_boolean_term(filter_term(field.field, value));
    if (!field.facet) continue;
    if (all.size() > facet_slots)
      throw Error(ErrorCode::corpus,
                  {fmt::format("{}: {} が多すぎます（{}まで）", record.id, field.key, facet_slots),
                   fmt::format("{}: too many values of {} ({} at most)", record.id, field.key, facet_slots)});
    Xapian::valueno slot = field.slot;
    for (const auto& value : all) document.add_value(slot++, value);
    const auto facet = static_cast<std::size_t>(std::ranges::find(facet_fields, field.field) - facet_fields.begin());
    counted_.slots[facet] = std::max(counted_.slots[facet], slot - field.slot);
  }
  if (record.page) document.add_value(info(Field::page).sort_slot, Xapian::sortable_serialise(*record.page));
  if (!record.year.empty())
    document.add_value(info(Field::year).sort_slot, Xapian::sortable_serialise(record.year.back()));
}

void IndexWriter::add_contact_keys(Xapian::Document& document, const Record& record) const {
  const auto add = [&](const std::string& name) {
    if (!name.empty()) document.add_boolean_term(contact_term(folded(name)));
  };
  for (const std::string* name : {&record.title, &record.phone, &record.email, &record.url}) add(*name);
  const auto edition = std::ranges::find(editions_, record.edition, &Edition::id);
  if (edition == editions_.end()) return;
  const auto office = std::ranges::find(edition->offices, record.title, &Office::name);
  if (office == edition->offices.end()) return;
  for (const auto& alias : office->aliases) add(alias);
}

void IndexWriter::finish(Metadata metadata, const fs::path& target) {
  metadata.records = counted_.records;
  metadata.slots = counted_.slots;
  metadata.fingerprint = analyzer_.fingerprint();
  with_xapian_writing(folder_.string(), [&] {
    for (const auto& [key, words] : readings_) database_.set_metadata(reading_entry(key), as_lines(words));
    for (const auto& [key, words] : predicates_) database_.set_metadata(predicate_entry(key), as_lines(words));
    database_.set_metadata(std::string(metadata_key), to_json(metadata));
    database_.commit();
    database_.compact(target.string(), Xapian::DBCOMPACT_SINGLE_FILE);
    database_.close();
  });
}

}  // namespace chiho
