#include "query/web/answer_cache.hpp"

#include "query/web/site.hpp"

namespace chiho::web {

namespace {

// Of an entry, beside its texts.
constexpr std::size_t overhead = 256;
// One answer takes no more than this part of all.
constexpr std::size_t least_entries = 8;

}  // namespace

std::size_t AnswerCache::size_of(const Entry& entry) {
  return overhead + 2 * entry.key.size() + entry.answer->body.size();
}

// A late answer from a generation before is not kept.
void AnswerCache::begin(std::uint64_t series) {
  if (series <= series_) return;
  series_ = series;
  size_ = 0;
  places_.clear();
  entries_.clear();
}

std::shared_ptr<const WebResponse> AnswerCache::find(std::uint64_t series, const std::string& key) {
  const std::lock_guard lock(mutex_);
  begin(series);
  const auto place = places_.find(key);
  if (series != series_ || place == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, place->second);
  return place->second->answer;
}

void AnswerCache::put(std::uint64_t series, const std::string& key, std::shared_ptr<const WebResponse> answer) {
  Entry entry{key, std::move(answer)};
  const std::size_t size = size_of(entry);
  const std::lock_guard lock(mutex_);
  begin(series);
  if (series != series_ || size > most_ / least_entries || places_.contains(key)) return;
  size_ += size;
  entries_.push_front(std::move(entry));
  places_[key] = entries_.begin();
  while (size_ > most_) {
    size_ -= size_of(entries_.back());
    places_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace chiho::web
