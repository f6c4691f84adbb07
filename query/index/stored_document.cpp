#include "query/index/stored_document.hpp"

#include <algorithm>

#include "bytes/find_letters.hpp"
#include "corpus/jsonl.hpp"
#include "dict/numerals.hpp"
#include "query/index/damage.hpp"
#include "query/index/varint.hpp"

namespace chiho {

namespace {

// The map has a byte a token: two flags and its length; of a longer one `extended` and a varint of its length follow. A
// zero is a byte that belongs to no token.
constexpr unsigned char content_flag = 0x80;
constexpr unsigned char joined_flag = 0x40;
constexpr unsigned char extended = 0x3F;

// A record takes no more memory than this, whatever its compressed form claims.
constexpr std::size_t largest = 1U << 28U;

// Bytes of documents that are kept as they were unpacked.
constexpr std::size_t most_unpacked = 4U << 20U;

// A record says again what its text says, in JSON.
std::string beside(std::string_view text) {
  return "{\"id\":\"\",\"type\":\"page\",\"title\":\"\",\"edition\":\"\",\"text\":\"" + std::string(text);
}

std::string_view take(std::string_view& data, std::uint64_t size) {
  if (data.size() < size) throw_damaged_record();
  const std::string_view taken = data.substr(0, size);
  data.remove_prefix(size);
  return taken;
}

}  // namespace

void DocumentWriter::add(Field field, const Analysis& analysis) {
  std::uint32_t end = 0;
  auto compound = analysis.compounds.begin();
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    while (compound != analysis.compounds.end() && compound->last < i) ++compound;
    const bool joined = compound != analysis.compounds.end() && compound->first < i;
    map_.append(token.offset - end, '\0');
    const unsigned flags = (token.content ? content_flag : 0U) | (joined ? joined_flag : 0U);
    map_ += static_cast<char>(flags | std::min<std::uint32_t>(token.length, extended));
    if (token.length >= extended) put_varint(map_, token.length);
    if (token.content) add_term(token, std::string_view(analysis.folded.text).substr(token.offset, token.length));
    ++tokens_;
    end = token.offset + token.length;
  }
  map_.append(analysis.folded.text.size() - end + 1, '\0');
  const std::size_t begin = text_.size();
  text_ += analysis.folded.text;
  std::replace(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), StoredDocument::passage_end, ' ');
  text_ += StoredDocument::passage_end;
  fields_ += static_cast<char>(field);
}

// How many tokens after the last such one, how many bytes of the surface stay, and what follows them.
void DocumentWriter::add_term(const Token& token, std::string_view surface) {
  if (token.term == surface) return;
  const auto kept = static_cast<std::size_t>(
      std::mismatch(surface.begin(), surface.end(), token.term.begin(), token.term.end()).first - surface.begin());
  put_varint(terms_, tokens_ - last_other_);
  put_varint(terms_, kept);
  put_varint(terms_, token.term.size() - kept);
  terms_ += std::string_view(token.term).substr(kept);
  last_other_ = tokens_;
}

std::string DocumentWriter::cuts() const {
  std::string cuts;
  for (const std::string* part : {&fields_, &map_, &terms_}) {
    put_varint(cuts, part->size());
    cuts += *part;
  }
  return cuts;
}

std::string DocumentWriter::data(const Record& record, DocumentCompressor& compressor) const {
  std::string data;
  for (const auto& part : {compressor.text_.compress(text_), compressor.cuts_.compress(cuts())}) {
    put_varint(data, part.size());
    data += part;
  }
  return data + compressor.text_.compress_beside(to_jsonl(record), beside(text_));
}

StoredDocument::StoredDocument(std::string text, std::string cuts, std::string_view record)
    : text_(std::move(text)), packed_(record), cuts_(std::move(cuts)) {
  std::string_view rest = cuts_;
  for (std::string_view* part : {&fields_, &map_, &terms_}) *part = take(rest, take_varint(rest));
}

const Record& StoredDocument::record() const {
  if (record_) return *record_;
  const auto json = Decompressor().decompress_beside(packed_, beside(text_), largest);
  if (!json) throw_damaged_record();
  return record_.emplace(record_of_jsonl(*json));
}

DocumentStore::DocumentStore() : unpacked_(most_unpacked) {}

DocumentStore::DocumentStore(const Shards& shards)
    : shards_(shards), unpackers_(shards.size()), fetched_(shards.size()), unpacked_(most_unpacked) {
  shards_.each([&](std::size_t shard) {
    unpackers_[shard] = {Decompressor(shards_[shard].get_metadata(std::string(text_dictionary_entry))),
                         Decompressor(shards_[shard].get_metadata(std::string(cuts_dictionary_entry)))};
  });
}

std::string DocumentStore::data(Xapian::docid id) const {
  const std::size_t shard = shards_.shard_of(id);
  if (const auto known = fetched_[shard].find(id); known != fetched_[shard].end()) return known->second;
  const Xapian::Document document = shards_[shard].get_document(shards_.id_in_shard(id), Xapian::DOC_ASSUME_VALID);
  std::string in_value = shards_.served() ? std::string() : document.get_value(document_slot);
  return in_value.empty() ? document.get_data() : in_value;
}

void DocumentStore::fetch(std::span<const Xapian::docid> ids) const {
  if (!shards_.served()) return;
  shards_.each([&](std::size_t shard) {
    std::map<Xapian::docid, std::string> wanted;
    for (const Xapian::docid id : ids)
      if (shards_.shard_of(id) == shard) wanted[id] = data(id);
    fetched_[shard] = std::move(wanted);
  });
}

std::shared_ptr<const StoredDocument> DocumentStore::document(Xapian::docid id) const {
  if (auto known = unpacked_.find(id)) return known;
  const std::string packed = data(id);
  std::string_view rest = packed;
  auto text = unpackers(id).text.decompress(take(rest, take_varint(rest)), largest);
  auto cuts = unpackers(id).cuts.decompress(take(rest, take_varint(rest)), largest);
  if (!text || !cuts) throw_damaged_record();
  // The record, once it is unpacked, says again what the text says.
  const std::size_t size = 2 * text->size() + cuts->size() + rest.size();
  const std::shared_ptr<const StoredDocument> made(new StoredDocument(*std::move(text), *std::move(cuts), rest));
  unpacked_.put(id, made, size);
  return made;
}

// Who needs the text alone goes through many: they are not kept.
std::string DocumentStore::text(Xapian::docid id) const {
  if (const auto known = unpacked_.find(id)) return std::string(known->text());
  const std::string packed = data(id);
  std::string_view rest = packed;
  auto text = unpackers(id).text.decompress(take(rest, take_varint(rest)), largest);
  if (!text) throw_damaged_record();
  return *std::move(text);
}

std::vector<std::pair<Field, Span>> StoredDocument::passages() const {
  std::vector<std::pair<Field, Span>> all;
  std::size_t begin = 0;
  for (const char field : fields_) {
    const std::size_t end = text_.find(passage_end, begin);
    if (end == std::string_view::npos) throw_damaged_record();
    all.emplace_back(static_cast<Field>(field), Span{begin, end});
    begin = end + 1;
  }
  return all;
}

std::vector<OtherTerm> StoredDocument::other_terms() const {
  std::vector<OtherTerm> all;
  const std::vector<StoredToken> tokens = this->tokens();
  std::uint64_t token = 0;
  for (std::string_view rest = terms_; !rest.empty();) {
    token += take_varint(rest);
    if (token >= tokens.size()) throw_damaged_record();
    const std::uint64_t kept = take_varint(rest);
    if (kept > tokens[token].length) throw_damaged_record();
    std::string term(text_.substr(tokens[token].offset, kept));
    term += take(rest, take_varint(rest));
    all.push_back({static_cast<std::uint32_t>(token), std::move(term)});
  }
  return all;
}

Span StoredDocument::title() const {
  std::size_t begin = 0;
  for (const char passage : fields_) {
    const std::size_t end = std::min(text_.find(passage_end, begin), text_.size());
    if (static_cast<Field>(passage) == Field::title) return {begin, end};
    begin = std::min(end + 1, text_.size());
  }
  return {};
}

bool StoredDocument::holds(std::string_view letters, std::optional<Field> field) const {
  if (!field) return find_letters(text_, letters) != std::string_view::npos;
  std::string_view rest = text_;
  for (const char passage : fields_) {
    const std::string_view text = rest.substr(0, rest.find(passage_end));
    if (static_cast<Field>(passage) == *field && find_letters(text, letters) != std::string_view::npos) return true;
    rest.remove_prefix(std::min(rest.size(), text.size() + 1));
  }
  return false;
}

bool StoredDocument::holds_apart(std::string_view letters, std::optional<Field> field) const {
  if (!holds(letters, field)) return false;
  const std::vector<StoredToken> all = tokens();
  std::size_t begin = 0;
  for (const char passage : fields_) {
    const std::size_t end = std::min(text_.find(passage_end, begin), text_.size());
    if (!field || static_cast<Field>(passage) == *field)
      for (auto at = find_letters(text_, letters, begin); at < end;
           at = find_letters(text_, letters, at + letters.size()))
        if (stands_apart(text_, all, at, at + letters.size())) return true;
    begin = std::min(end + 1, text_.size());
  }
  return false;
}

std::vector<StoredToken> StoredDocument::tokens() const {
  std::vector<StoredToken> tokens;
  tokens.reserve(map_.size());
  std::uint32_t offset = 0;
  std::string_view rest = map_;
  while (!rest.empty()) {
    const auto byte = static_cast<unsigned char>(take(rest, 1).front());
    std::uint32_t length = byte & extended;
    if (length == 0) {
      ++offset;
      continue;
    }
    if (length == extended)
      length = static_cast<std::uint32_t>(std::min<std::uint64_t>(take_varint(rest), text_.size() + 1));
    if (length > text_.size() || offset > text_.size() - length) throw_damaged_record();
    tokens.push_back({offset, length, (byte & content_flag) != 0, (byte & joined_flag) != 0});
    offset += length;
  }
  return tokens;
}

}  // namespace chiho
