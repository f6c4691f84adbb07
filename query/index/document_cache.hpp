// Documents that were unpacked already, of one index, whose documents never change. One thread's.
#pragma once

#include <xapian.h>

#include <memory>
#include <unordered_map>

namespace chiho {

class StoredDocument;

class DocumentCache {
 public:
  // `most`: bytes, as told by who puts.
  explicit DocumentCache(std::size_t most) : most_(most) {}

  // Null if there is none.
  [[nodiscard]] std::shared_ptr<const StoredDocument> find(Xapian::docid id);
  void put(Xapian::docid id, std::shared_ptr<const StoredDocument> document, std::size_t bytes);

 private:
  struct Entry {
    std::shared_ptr<const StoredDocument> document;
    std::size_t bytes = 0;
  };

  std::size_t most_;
  std::size_t size_ = 0;                              // of the recent ones
  std::unordered_map<Xapian::docid, Entry> recent_;   // asked for since half of `most` was put
  std::unordered_map<Xapian::docid, Entry> earlier_;  // asked for before: gone next time, unless asked for again
};

}  // namespace chiho
