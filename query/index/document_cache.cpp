#include "query/index/document_cache.hpp"

#include <utility>

namespace chiho {

namespace {

// What is larger than this part of all is not kept.
constexpr std::size_t least_kept = 8;

}  // namespace

std::shared_ptr<const StoredDocument> DocumentCache::find(Xapian::docid id) {
  if (const auto found = recent_.find(id); found != recent_.end()) return found->second.document;
  const auto before = earlier_.extract(id);
  if (!before) return nullptr;
  auto document = before.mapped().document;
  put(id, document, before.mapped().bytes);
  return document;
}

void DocumentCache::put(Xapian::docid id, std::shared_ptr<const StoredDocument> document, std::size_t bytes) {
  if (bytes > most_ / least_kept) return;
  if (size_ + bytes > most_ / 2) {
    earlier_ = std::exchange(recent_, {});
    size_ = 0;
  }
  recent_[id] = {std::move(document), bytes};
  size_ += bytes;
}

}  // namespace chiho
