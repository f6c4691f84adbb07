#include "indexer/share_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "bytes/utf8.hpp"
#include "corpus/passages.hpp"
#include "corpus/schema.hpp"
#include "dict/ngrams.hpp"
#include "error/error.hpp"
#include "indexer/document_terms.hpp"
#include "query/index/terms.hpp"
#include "query/index/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// A word in a title says more of a record than one in its text.
constexpr Xapian::termcount title_weight = 2;

// How much is stored before Xapian merges it: what it holds till then should fit into the processor's cache.
constexpr std::size_t commit_bytes = 1U << 19U;

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

void add_letters(std::set<std::string>& letters, std::string_view folded) {
  const Ngrams grams = ngrams(folded);
  letters.insert(grams.unigrams.begin(), grams.unigrams.end());
  letters.insert(grams.bigrams.begin(), grams.bigrams.end());
}

}  // namespace

// Nobody reads it before it is whole, and it is thrown away then: no need to be safe. No term lists: a document is
// never changed, nor asked for its terms.
ShareWriter::ShareWriter(const fs::path& folder, const Analyzer& analyzer, const std::vector<Edition>& editions,
                         const DocumentDictionaries& dictionaries)
    : where_(folder.string()),
      analyzer_(analyzer),
      editions_(editions),
      readings_(analyzer, where_ + "-readings"),
      letters_(where_ + "-letters"),
      compressor_(dictionaries) {
  with_xapian_writing(where_, [&] {
    database_ = Xapian::WritableDatabase(
        where_, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
  });
}

void ShareWriter::add(const Record& record) {
  Xapian::Document document;
  DocumentTerms terms;
  DocumentWriter stored;
  std::set<std::string> letters;
  ++added_;
  for (const Passage& passage : passages(record)) {
    const Analysis analysis = analyzer_.analyze(passage.text);
    terms.add(analysis, passage.field == Field::title ? title_weight : 1);
    readings_.add(analysis);
    readings_.add_told(passage.text);
    letters_.add(added_, analysis.folded.text);
    counted_.letters += letter_count(analysis.folded.text);
    if (dealt_) add_letters(letters, analysis.folded.text);
    stored.add(passage.field, analysis);
  }
  terms.put(document);
  add_filters(document, record);
  if (record.type == RecordType::contact) add_contact_keys(document, record);
  document.add_boolean_term(filter_term(Field::id, record.id));
  if (dealt_) add_served_terms(document, letters);
  const std::string data = stored.data(record, compressor_);
  if (dealt_)
    document.set_data(data);
  else
    document.add_value(document_slot, data);
  ++counted_.records[static_cast<std::size_t>(record.type)];
  uncommitted_ += data.size();
  with_xapian_writing(where_, [&] {
    database_.add_document(document);
    if (uncommitted_ < commit_bytes) return;
    database_.commit();
    uncommitted_ = 0;
  });
}

// What a stock server is asked for instead of our own lists.
void ShareWriter::add_served_terms(Xapian::Document& document, const std::set<std::string>& letters) const {
  document.add_boolean_term(record_term((before_ + added_ - 1) * dealt_->count + dealt_->number));
  for (const auto& some : letters) document.add_boolean_term(letters_term(some));
}

void ShareWriter::finish() {
  letters_.finish();
  with_xapian_writing(where_, [&] { database_.commit(); });
}

void ShareWriter::add_filters(Xapian::Document& document, const Record& record) {
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

void ShareWriter::add_contact_keys(Xapian::Document& document, const Record& record) const {
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

}  // namespace chiho
