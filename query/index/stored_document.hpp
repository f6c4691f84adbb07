// What the index stores of a record: its passages as the analyzer cut them, so that a search can look at a text without
// analyzing it again, and the record itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bytes/compression.hpp"
#include "corpus/record.hpp"
#include "corpus/schema.hpp"
#include "dict/sentences.hpp"
#include "dict/token.hpp"
#include "query/index/document_cache.hpp"
#include "query/index/shards.hpp"

namespace chiho {

struct StoredToken {
  std::uint32_t offset = 0;  // bytes of the text
  std::uint32_t length = 0;
  bool content = false;  // an indexed word
  bool joined = false;   // stands in the same run of nouns as the token before it
};

// A content word that is indexed by another form than stands there: 支え by 支える.
struct OtherTerm {
  std::uint32_t token = 0;  // counted from the first of the text
  std::string term;
};

class StoredDocument {
 public:
  // The views are of what would move.
  StoredDocument(const StoredDocument&) = delete;
  StoredDocument& operator=(const StoredDocument&) = delete;

  // Every passage, folded, each ended by passage_end.
  [[nodiscard]] std::string_view text() const { return text_; }
  // What was indexed, unpacked when first asked for. Throws Error index if that is damaged.
  [[nodiscard]] const Record& record() const;
  // Where the title stands in the text, in bytes. Empty without one.
  [[nodiscard]] Span title() const;
  // True if the folded letters stand in some passage (of one field, if named).
  [[nodiscard]] bool holds(std::string_view letters, std::optional<Field> field) const;
  // The same, but only where they stand by themselves (stands_apart).
  [[nodiscard]] bool holds_apart(std::string_view letters, std::optional<Field> field) const;
  // Of the whole text, in order. White space and passage ends are in none.
  [[nodiscard]] std::vector<StoredToken> tokens() const;
  [[nodiscard]] std::vector<OtherTerm> other_terms() const;
  // Where each passage stands in the text, in the order of passages(record).
  [[nodiscard]] std::vector<std::pair<Field, Span>> passages() const;

  static constexpr char passage_end = '\x1E';

 private:
  friend class DocumentStore;
  // Of what DocumentWriter packed. Throws Error index if that is damaged.
  StoredDocument(std::string text, std::string cuts, std::string_view record);

  std::string text_;
  std::string packed_;  // the record
  mutable std::optional<Record> record_;
  std::string cuts_;         // what follows are views of it
  std::string_view fields_;  // a byte a passage
  std::string_view map_;     // the tokens
  std::string_view terms_;   // other terms
};

// What documents of an index have in common, for their compression. Either is empty in a small index.
struct DocumentDictionaries {
  std::string text;
  std::string cuts;

  bool operator==(const DocumentDictionaries&) const = default;
};

// The value of a record that holds its document: its data Xapian would try to pack once more. Shards that are to be
// served have it as data all the same, for without term lists a server gives no values.
inline constexpr Xapian::valueno document_slot = 3;

// The entries of an index's metadata that hold them.
inline constexpr std::string_view text_dictionary_entry = "dictionary:text";
inline constexpr std::string_view cuts_dictionary_entry = "dictionary:cuts";

// The stored documents of an index.
class DocumentStore {
 public:
  DocumentStore();
  explicit DocumentStore(const Shards& shards);

  // Throw Error index if the data are none that DocumentWriter made, and Xapian's errors.
  [[nodiscard]] std::shared_ptr<const StoredDocument> document(Xapian::docid id) const;
  // The document's text alone, for who needs no more.
  [[nodiscard]] std::string text(Xapian::docid id) const;
  // These will be asked for next: where shards are served, all shards give theirs at the same time.
  void fetch(std::span<const Xapian::docid> ids) const;

  // No more are held at a time.
  static constexpr std::size_t most_fetched = 2000;

 private:
  // What is the same for all documents of a shard.
  struct Unpackers {
    Decompressor text;
    Decompressor cuts;
  };

  [[nodiscard]] std::string data(Xapian::docid id) const;
  [[nodiscard]] const Unpackers& unpackers(Xapian::docid id) const { return unpackers_[shards_.shard_of(id)]; }

  Shards shards_;
  std::vector<Unpackers> unpackers_;                                   // by shard
  mutable std::vector<std::map<Xapian::docid, std::string>> fetched_;  // by shard, packed
  mutable DocumentCache unpacked_;
};

// One thread's.
class DocumentCompressor {
 public:
  explicit DocumentCompressor(const DocumentDictionaries& dictionaries)
      : text_(dictionaries.text), cuts_(dictionaries.cuts) {}

 private:
  friend class DocumentWriter;
  Compressor text_;
  Compressor cuts_;
};

class DocumentWriter {
 public:
  void add(Field field, const Analysis& analysis);
  // What the index stores.
  [[nodiscard]] std::string data(const Record& record, DocumentCompressor& compressor) const;

  // What dictionaries are made of: the folded text; how it is cut.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string cuts() const;

 private:
  void add_term(const Token& token, std::string_view surface);

  std::string text_;
  std::string fields_;
  std::string map_;
  std::string terms_;
  std::uint32_t tokens_ = 0;
  std::uint32_t last_other_ = 0;
};

}  // namespace chiho
