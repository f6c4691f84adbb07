// What the index stores of a record: the record itself, and its passages as the analyzer cut them, so that a search can
// look at a text without analyzing it again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/record.hpp"
#include "corpus/schema.hpp"
#include "dict/token.hpp"

namespace chiho {

struct StoredToken {
  std::uint32_t offset = 0;  // bytes of the text
  std::uint32_t length = 0;
  bool content = false;  // an indexed word
  bool joined = false;   // stands in the same run of nouns as the token before it
};

// The passages of a document as it was indexed. Views into the document's data.
class StoredDocument {
 public:
  // Throws Error index if the data are none that DocumentWriter made.
  explicit StoredDocument(std::string_view data);

  [[nodiscard]] Record record() const;
  // Every passage, folded, each ended by passage_end.
  [[nodiscard]] std::string_view text() const { return text_; }
  // True if the folded letters stand in some passage (of one field, if named).
  [[nodiscard]] bool holds(std::string_view letters, std::optional<Field> field) const;
  // The same, but only where they stand by themselves (stands_apart).
  [[nodiscard]] bool holds_apart(std::string_view letters, std::optional<Field> field) const;
  // Of the whole text, in order. White space and passage ends are in none.
  [[nodiscard]] std::vector<StoredToken> tokens() const;

  static constexpr char passage_end = '\x1E';

 private:
  std::string_view json_;
  std::string_view text_;
  std::string_view fields_;  // a byte a passage
  std::string_view map_;     // the tokens
};

class DocumentWriter {
 public:
  void add(Field field, const Analysis& analysis);
  [[nodiscard]] std::string data(const Record& record) const;

 private:
  std::string text_;
  std::string fields_;
  std::string map_;
};

}  // namespace chiho
